import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Data } from '../execute/merge.ts';
import { evaluate, isPlainName, literal } from '../plan/code.ts';
import {
  type CollectScope,
  collectFields,
  type FieldGroup,
  type Selected,
} from './collect-fields.ts';
import { ANOMALY, type LeafText, leafText } from './leaf-text.ts';

export type ShapeCodeScope = CollectScope & {
  readonly fetchedAs: (field: FieldNode) => string | undefined;
  /** JSON of an introspection field. */
  readonly introspection: (field: FieldNode, nodes: readonly FieldNode[]) => () => string;
};

/** Code for one operation may grow with the types that meet in it; past this it is not made. */
const MAX_FUNCTIONS = 1_000;

class TooMuch extends Error {}

export type ShapeCode = (data: Data, unescaped: boolean) => string;

/**
 * Compiles shaping for the values of a scope's variables to code that writes the answer's JSON and
 * throws ANOMALY for whatever is not as the schema says. Null: this operation is left to the plain
 * path.
 */
export function compileShape(
  scope: ShapeCodeScope,
  root: GraphQLCompositeType,
  sets: readonly Selected[],
): ShapeCode | null {
  try {
    const maker = shapeMaker(scope);
    const entry = maker.object(root, sets);
    return evaluate(`${maker.code()}\nreturn ${entry};`, maker.names());
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

function shapeMaker(scope: ShapeCodeScope) {
  const functions: string[] = [];
  const known = new Map<string, string>();
  const setNumbers = new Map<object, number>();
  const helpers: Record<string, unknown> = { ANOMALY };
  const leaves = new Map<GraphQLLeafType, string>();

  const declare = (make: (name: string) => string): string => {
    if (functions.length >= MAX_FUNCTIONS) throw new TooMuch();
    const at = functions.length;
    functions.push('');
    functions[at] = make(`s${at}`);
    return `s${at}`;
  };
  const helper = (prefix: string, value: unknown): string => {
    const name = `${prefix}${Object.keys(helpers).length}`;
    helpers[name] = value;
    return name;
  };
  const once = (key: string, make: () => string): string => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  };
  const identity = (sets: readonly Selected[]): string =>
    sets
      .map(({ set, withheld }) => {
        if (!setNumbers.has(set)) setNumbers.set(set, setNumbers.size);
        return `${setNumbers.get(set)}${withheld ? 'w' : ''}`;
      })
      .join();

  const leaf = (type: GraphQLLeafType): string => {
    const found = leaves.get(type);
    if (found !== undefined) return found;
    const text: LeafText = leafText(type);
    const name = helper('leaf', text);
    leaves.set(type, name);
    return name;
  };

  /** An object of this type. An abstract one stands for objects whose type nobody asked for. */
  const object = (type: GraphQLCompositeType, sets: readonly Selected[]): string =>
    once(`object ${type.name} ${identity(sets)}`, () => {
      const fields = [...collectFields(scope, type, sets)];
      return declare((name) => {
        if (fields.length === 0) return `function ${name}(){return "{}"}`;
        const parts = fields.map(([responseName, group], i) => {
          const lead = `${i === 0 ? '{' : ','}${JSON.stringify(responseName)}:`;
          return field(type, responseName, group, lead);
        });
        return `function ${name}(o,u){let v,r="";${parts.join('\n')}return r+"}"}`;
      });
    });

  const field = (
    type: GraphQLCompositeType,
    responseName: string,
    { nodes, below, withheld }: FieldGroup,
    lead: string,
  ): string => {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    const isNonNull = name === '__typename' || isNonNullType(definition?.type);
    if (withheld) return isNonNull ? 'throw ANOMALY;' : `r+=${literal(`${lead}null`)};`;
    if (name === '__typename') {
      if (isAbstractType(type)) return 'throw ANOMALY;';
      return `r+=${literal(`${lead}${JSON.stringify(type.name)}`)};`;
    }
    if (name.startsWith('__')) {
      return `r+=${literal(lead)}+${helper('introspection', scope.introspection(node, nodes))}();`;
    }
    if (definition === undefined) return `r+=${literal(`${lead}null`)};`;
    const key = scope.fetchedAs(node) ?? responseName;
    if (!isPlainName(key)) throw new TooMuch();
    return `v=o[${literal(key)}];r+=${literal(lead)}+${value('v', definition.type, below)};`;
  };

  /** An expression for the text of the value of a variable. */
  const value = (v: string, type: GraphQLOutputType, below: readonly Selected[]): string => {
    // What is null where it must not be is no list, no object and no leaf: these throw.
    if (isNonNullType(type)) return `${present(type.ofType, below)}(${v},u)`;
    return `(${v}===null||${v}===undefined?"null":${present(type, below)}(${v},u))`;
  };

  const present = (type: GraphQLOutputType, below: readonly Selected[]): string => {
    if (isLeafType(type)) return leaf(type);
    if (isListType(type)) return list(type.ofType, below);
    if (isCompositeType(type)) return composite(type, below);
    throw new TooMuch();
  };

  const list = (item: GraphQLOutputType, below: readonly Selected[]): string =>
    once(`list ${item} ${identity(below)}`, () => {
      const text = value('v', item, below);
      return declare(
        (name) => `function ${name}(a,u){if(!Array.isArray(a))throw ANOMALY;
const n=a.length;if(n===0)return "[]";let v=a[0],r="["+${text};
for(let i=1;i<n;i++){v=a[i];r+=","+${text}}return r+"]"}`,
      );
    });

  const composite = (type: GraphQLCompositeType, below: readonly Selected[]): string =>
    once(`composite ${type.name} ${identity(below)}`, () => {
      const check = 'if(typeof o!=="object"||o===null||Array.isArray(o))throw ANOMALY;';
      if (isObjectType(type)) {
        const shape = object(type, below);
        return declare((name) => `function ${name}(o,u){${check}return ${shape}(o,u)}`);
      }
      const cases = scope.schema.getPossibleTypes(type as never).map((possible) => {
        return `case ${literal(possible.name)}:return ${object(possible, below)}(o,u);`;
      });
      const own = object(type, below);
      return declare(
        (name) => `function ${name}(o,u){${check}switch(o.__typename){${cases.join('')}
case undefined:case ${literal(type.name)}:return ${own}(o,u);default:throw ANOMALY}}`,
      );
    });

  return { object, code: () => functions.join('\n'), names: () => helpers };
}
