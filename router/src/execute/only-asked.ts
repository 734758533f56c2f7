import { type GraphQLSchema, isObjectType } from 'graphql';
import { type Asked, askedFields } from '../plan/asked.ts';
import { evaluate, isPlainName, literal } from '../plan/code.ts';
import type { Foreign, ForeignNames } from '../plan/foreign-names.ts';
import type { Data } from './merge.ts';

/** Takes out of an object that a fetch brought, in place, what the fetch was not asked for. */
export type Discard = (brought: Data, typename: unknown) => void;

/** Keeps what was asked for and nothing else. */
export function keepOnly(asked: Asked): Discard {
  const clean = (value: unknown, of: Asked): void => {
    if (Array.isArray(value)) for (const item of value) clean(item, of);
    else if (typeof value === 'object' && value !== null) {
      object(value as Data, of, (value as Data).__typename);
    }
  };
  const object = (value: Data, of: Asked, typename: unknown): void => {
    const fields = askedFields(of, typename);
    for (const key of Object.keys(value)) {
      const below = fields.get(key);
      if (below === undefined) delete value[key];
      else if (below !== null) clean(value[key], below);
    }
  };
  return (brought, typename) => object(brought, asked, typename);
}

/**
 * Compiles taking out the names of other fetches. Objects as they should be are only looked at, and
 * only where another fetch brings something to the same place.
 */
export function withoutForeign(schema: GraphQLSchema, foreign: Foreign): Discard {
  if ('ofType' in foreign) return dispatch(schema, foreign.ofType);
  const functions: string[] = [];
  const typed: Record<string, Discard> = {};
  const object = (of: Foreign): string => {
    const index = functions.push('') - 1;
    if ('ofType' in of) {
      typed[`t${index}`] = dispatch(schema, of.ofType);
      functions[index] = `function f${index}(o){t${index}(o,o.__typename)}`;
      return `f${index}`;
    }
    const isThere = (name: string): string =>
      isPlainName(name) ? `o[${literal(name)}]!==undefined` : `hasOwn(o,${literal(name)})`;
    const removed = of.names.map((name) => `delete o[${literal(name)}];`).join('');
    const steps = removed === '' ? [] : [`if(${of.names.map(isThere).join('||')}){${removed}}`];
    for (const [key, inner] of of.below) {
      const k = literal(key);
      const read = isPlainName(key) ? `o[${k}]` : `(hasOwn(o,${k})?o[${k}]:null)`;
      steps.push(`v=${read};if(typeof v==="object"&&v!==null)${within(inner)}(v);`);
    }
    functions[index] = `function f${index}(o){let v;${steps.join('')}}`;
    return `f${index}`;
  };
  const within = (inner: Foreign): string => {
    const one = object(inner);
    const index = functions.push('') - 1;
    functions[index] = `function f${index}(v){
if(!Array.isArray(v))${one}(v);
else for(let i=0;i<v.length;i++){const o=v[i];
if(typeof o==="object"&&o!==null){if(Array.isArray(o))f${index}(o);else ${one}(o)}}}`;
    return `f${index}`;
  };
  const entry = object(foreign);
  const scope = { hasOwn: Object.hasOwn, ...typed };
  return evaluate(`${functions.join('\n')}\nreturn ${entry};`, scope);
}

/** Compiles what is to be done for a type when it is first met: subgraphs name types. */
function dispatch(schema: GraphQLSchema, ofType: (typename: unknown) => ForeignNames): Discard {
  const known = new Map<string | null, Discard>();
  return (brought, typename) => {
    const name =
      typeof typename === 'string' && isObjectType(schema.getType(typename)) ? typename : null;
    let discard = known.get(name);
    if (discard === undefined) {
      discard = withoutForeign(schema, ofType(name));
      known.set(name, discard);
    }
    discard(brought, typename);
  };
}
