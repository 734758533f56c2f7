import { type ConstDirectiveNode, parse, type TypeNode } from 'graphql';
import type { Declaration } from '../composition/declarations.ts';
import { named } from './pagination.ts';
import type { Violation } from './violation.ts';

/**
 * Fields that must not be null though they lead to an entity of which their subgraph knows the key
 * only: all else comes from other subgraphs, and their absence would take more than the field along.
 */
export function entityReferences(declarations: readonly Declaration[]): Violation[] {
  const references = referencesOf(declarations);
  return declarations.flatMap((at): Violation[] => {
    const { field, subgraph, coordinate } = at;
    if (field === undefined || !isHard(field.type)) return [];
    const target = named(field.type);
    if (!references.has(`${subgraph} ${target}`)) return [];
    const message = `${coordinate} must not be null, but ${target} is of another subgraph, which can be away.`;
    return [{ rule: 'ENTITY_REFERENCE_NON_NULL', at, message }];
  });
}

/** `[T!]!` and `T!`: without a null between the entity and what holds the field. */
function isHard(type: TypeNode): boolean {
  if (type.kind !== 'NonNullType') return false;
  return type.type.kind === 'ListType' ? isHard(type.type.type) : true;
}

/** `subgraph Type` of every entity that a subgraph declares by its keys alone, while another has more. */
function referencesOf(declarations: readonly Declaration[]): Set<string> {
  const keys = new Map<string, Set<string>>();
  const own = new Map<string, string[]>();
  const fieldsOfType = new Map<string, Set<string>>();
  for (const { kind, subgraph, name, coordinate, directives } of declarations) {
    if (kind === 'type') {
      const at = `${subgraph} ${name}`;
      const fields = directives.flatMap(keyFields);
      if (fields.length > 0) keys.set(at, new Set([...(keys.get(at) ?? []), ...fields]));
    } else if (kind === 'field') {
      const type = coordinate.split('.')[0] ?? '';
      const at = `${subgraph} ${type}`;
      own.set(at, [...(own.get(at) ?? []), name]);
      fieldsOfType.set(type, (fieldsOfType.get(type) ?? new Set()).add(name));
    }
  }
  return new Set(
    [...keys]
      .filter(([at, key]) => (own.get(at) ?? []).every((name) => key.has(name)))
      .filter(([at, key]) => (fieldsOfType.get(at.split(' ')[1] ?? '')?.size ?? 0) > key.size)
      .map(([at]) => at),
  );
}

/** The names at the top of a key's fields. */
function keyFields({ name, arguments: given }: ConstDirectiveNode): string[] {
  const value = given?.find((argument) => argument.name.value === 'fields')?.value;
  if (name.value !== 'key' || value?.kind !== 'StringValue') return [];
  try {
    const [definition] = parse(`{ ${value.value} }`, { noLocation: true }).definitions;
    if (definition?.kind !== 'OperationDefinition') return [];
    return definition.selectionSet.selections.flatMap((selection) =>
      selection.kind === 'Field' ? [selection.name.value] : [],
    );
  } catch {
    // Composition tells of keys that cannot be read.
    return [];
  }
}
