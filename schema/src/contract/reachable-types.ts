import { type DocumentNode, Kind, type TypeDefinitionNode, type TypeNode } from 'graphql';
import { argumentOf } from './hidden-by-tags.ts';

/**
 * The names of types that clients can come to from the root operations, through what is not hidden.
 * Of an interface, those that implement it; of a type, the interfaces that it implements.
 */
export function reachableTypes(
  supergraph: DocumentNode,
  types: readonly TypeDefinitionNode[],
  hidden: ReadonlySet<string>,
): Set<string> {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const implementations = new Map<string, string[]>();
  for (const type of types) {
    for (const { name } of 'interfaces' in type ? (type.interfaces ?? []) : []) {
      const known = implementations.get(name.value);
      if (known === undefined) implementations.set(name.value, [type.name.value]);
      else known.push(type.name.value);
    }
  }
  const reached = new Set<string>();
  const waiting = rootsOf(supergraph);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = byName.get(name);
    if (type === undefined || hidden.has(name) || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...besides(type, hidden), ...(implementations.get(name) ?? []));
  }
  return reached;
}

/** What a type leads to. */
function besides(type: TypeDefinitionNode, hidden: ReadonlySet<string>): string[] {
  const name = type.name.value;
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = (type.fields ?? []).filter(
        (field) => !hidden.has(`${name}.${field.name.value}`),
      );
      const given = fields.flatMap((field) =>
        (field.arguments ?? []).filter((each) => !hidden.has(argumentOf(name, field, each))),
      );
      const interfaces = (type.interfaces ?? []).map((each) => each.name.value);
      return [...fields, ...given].map((each) => namedOf(each.type)).concat(interfaces);
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (type.fields ?? [])
        .filter((field) => !hidden.has(`${name}.${field.name.value}`))
        .map((field) => namedOf(field.type));
    case Kind.UNION_TYPE_DEFINITION:
      return (type.types ?? []).map((each) => each.name.value);
    default:
      return [];
  }
}

const namedOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedOf(type.type);

function rootsOf({ definitions }: DocumentNode): string[] {
  const schema = definitions.find((each) => each.kind === Kind.SCHEMA_DEFINITION);
  return schema?.operationTypes.map(({ type }) => type.name.value) ?? ['Query', 'Mutation'];
}
