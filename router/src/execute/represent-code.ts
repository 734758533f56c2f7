import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { evaluate, isPlainName, literal } from '../plan/code.ts';
import { jsonText } from './json-text.ts';
import type { Data } from './merge.ts';
import { isOfType } from './type-condition.ts';

/** How objects of one type are represented. */
export type Representer = {
  /** The JSON of an object's representation; undefined where only the plain path can tell. */
  readonly json: Represent;
  /** Where a type has one field as its key: all that its representations differ by. */
  readonly key: ((entity: Data) => unknown) | null;
  /** Objects of one domain have one representation where they have one key. */
  readonly domain: string;
};

/** `unescaped`: no string of the entity needs an escape. */
type Represent = (entity: Data, unescaped: boolean) => string | undefined;

/** What is selected of an object of a known type, each key once. */
type Wanted = Map<string, Wanted | null>;

/** Compiles building representations: once for each type of entity, when it is first met. */
export function representersOf(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
): (typename: unknown) => Representer {
  const typenames = typeSetters(rewrites);
  if (typenames === null) return () => plain;
  const known = new Map<unknown, Representer>();
  return (typename) => {
    const found = known.get(typename);
    if (found !== undefined) return found;
    // Subgraphs name types: only those of the schema may take room here.
    if (typeof typename !== 'string' || schema.getType(typename) === undefined) return plain;
    const set = typenames.find(({ on }) => on === null || isOfType(schema, typename, on));
    const made = compile(schema, requires, typename, set?.to);
    known.set(typename, made);
    return made;
  };
}

/** The types that rewrites set on entities themselves; null where there are rewrites of other kinds. */
function typeSetters(
  rewrites: readonly FetchDataRewrite[],
): { on: string | null; to: unknown }[] | null {
  const found: { on: string | null; to: unknown }[] = [];
  for (const { kind, path, ...rewrite } of rewrites) {
    if (kind !== 'ValueSetter' || path.at(-1) !== '__typename' || path.length > 2) return null;
    const on = path.length === 2 ? (path[0] ?? '') : null;
    if (on !== null && !on.startsWith('... on ')) return null;
    found.push({
      on: on?.slice('... on '.length) ?? null,
      to: (rewrite as { setValueTo?: unknown }).setValueTo,
    });
  }
  return found;
}

const plain: Representer = { json: () => undefined, key: null, domain: '' };

function compile(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
  setTypename: unknown,
): Representer {
  const wanted: Wanted = new Map();
  if (!gather(schema, requires, typename, wanted)) return plain;
  // Without a key there is nothing to ask for: that is for the plain path to say.
  if (!wanted.has('__typename') || wanted.size < 2) return plain;
  const functions: string[] = [];
  const object = (fields: Wanted, isEntity: boolean): string => {
    const name = `f${functions.length}`;
    functions.push('');
    const parts = [...fields].map(([key, below], i) => {
      const k = literal(key);
      const lead = literal(`${i === 0 ? '{' : ','}${k}:`);
      if (isEntity && key === '__typename') {
        return `r=${literal(`${i === 0 ? '{' : ','}${k}:${JSON.stringify(setTypename ?? typename)}`)}+r;`;
      }
      const value = below === null ? 'json(v,u)' : `${within(below)}(v,u)`;
      return `v=o[${k}];if(v===undefined)throw missing;r+=${lead}+${value};`;
    });
    functions[Number(name.slice(1))] =
      `function ${name}(o,u){let v,r="";${parts.join('')}return r+"}"}`;
    return name;
  };
  const within = (fields: Wanted): string => {
    const inner = object(fields, false);
    const name = `f${functions.length}`;
    functions.push(`function ${name}(v,u){if(v===null||typeof v!=="object")return "null";
if(!Array.isArray(v))return ${inner}(v,u);
let r="[";for(let i=0;i<v.length;i++){if(i>0)r+=",";r+=${name}(v[i],u)}return r+"]"}`);
    return name;
  };
  // The type goes first: a string of an entity must not depend on where its planner put it.
  const type = wanted.get('__typename') ?? null;
  wanted.delete('__typename');
  const entity = object(new Map([['__typename', type], ...wanted]), true);
  const json = evaluate<Represent>(
    `${functions.join('\n')}\nreturn (o,u)=>{try{return ${entity}(o,u)}catch(e){if(e===missing)return undefined;throw e}}`,
    { json: jsonText, missing: { missing: true } },
  );
  const [name, below] = [...wanted][0] ?? [];
  if (wanted.size !== 1 || name === undefined || below !== null) {
    return { json, key: null, domain: '' };
  }
  const key = evaluate<(entity: Data) => unknown>(`return (o)=>o[${literal(name)}]`, {});
  return { json, key, domain: `${JSON.stringify(setTypename ?? typename)} ${name}` };
}

/** False: what is selected depends on types met below, or has names that need care. */
function gather(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
  typename: string | null,
  into: Wanted,
): boolean {
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition } = selection;
      if (typeCondition !== undefined) {
        if (typename === null) return false;
        if (!isOfType(schema, typename, typeCondition)) continue;
      }
      if (!gather(schema, selection.selections, typename, into)) return false;
      continue;
    }
    const key = selection.alias ?? selection.name;
    if (!isPlainName(key)) return false;
    if (selection.selections === undefined) {
      into.set(key, null);
      continue;
    }
    const below: Wanted = into.get(key) ?? new Map();
    into.set(key, below);
    if (!gather(schema, selection.selections, null, below)) return false;
  }
  return true;
}
