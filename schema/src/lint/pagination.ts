import { type FieldDefinitionNode, print, type TypeNode } from 'graphql';
import type { Declaration } from '../composition/declarations.ts';
import type { Violation } from './violation.ts';

/** The shapes of the GraphQL Cursor Connections Specification (Relay). */
export function pagination(declarations: readonly Declaration[]): Violation[] {
  const fields = new Map<string, Map<string, FieldDefinitionNode>>();
  for (const { coordinate, field } of declarations) {
    if (field === undefined) continue;
    const type = coordinate.split('.')[0] ?? '';
    const own = fields.get(type) ?? new Map<string, FieldDefinitionNode>();
    fields.set(type, own.set(field.name.value, field));
  }
  return declarations.flatMap((at): Violation[] => {
    const { kind, name, definition, field } = at;
    if (field !== undefined) return connectionArguments(at, field);
    if (kind !== 'type' || definition?.kind !== 'ObjectTypeDefinition') return [];
    const own = fields.get(name);
    if (own === undefined) return [];
    if (name.endsWith('Connection')) return connectionShape(at, own);
    return name.endsWith('Edge') ? edgeShape(at, own) : [];
  });
}

type Fields = ReadonlyMap<string, FieldDefinitionNode>;

function connectionShape(at: Declaration, fields: Fields): Violation[] {
  const edges = fields.get('edges')?.type;
  const pageInfo = fields.get('pageInfo')?.type;
  const lacks = [
    ...(edges === undefined || !isList(edges) ? ['edges, a list'] : []),
    ...(pageInfo === undefined || print(pageInfo) !== 'PageInfo!' ? ['pageInfo: PageInfo!'] : []),
  ];
  return lacks.length === 0 ? [] : [{ rule: 'CONNECTION_SHAPE', at, message: lack(at, lacks) }];
}

function edgeShape(at: Declaration, fields: Fields): Violation[] {
  const lacks = ['node', 'cursor'].filter((name) => !fields.has(name));
  return lacks.length === 0 ? [] : [{ rule: 'EDGE_SHAPE', at, message: lack(at, lacks) }];
}

const lack = ({ name }: Declaration, lacks: readonly string[]): string =>
  `${name} lacks ${lacks.join(' and ')}.`;

function connectionArguments(at: Declaration, field: FieldDefinitionNode): Violation[] {
  if (!named(field.type).endsWith('Connection')) return [];
  const own = new Set((field.arguments ?? []).map(({ name }) => name.value));
  const isPaged = (own.has('first') && own.has('after')) || (own.has('last') && own.has('before'));
  if (isPaged || at.directives.some(({ name }) => name.value === 'external')) return [];
  const message = `${at.coordinate} returns pages and takes no first and after.`;
  return [{ rule: 'CONNECTION_ARGUMENTS', at, message }];
}

const isList = (type: TypeNode): boolean =>
  type.kind === 'NonNullType' ? isList(type.type) : type.kind === 'ListType';

export const named = (type: TypeNode): string =>
  type.kind === 'NamedType' ? type.name.value : named(type.type);
