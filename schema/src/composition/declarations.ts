import type {
  ConstDirectiveNode,
  DefinitionNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NameNode,
  StringValueNode,
} from 'graphql';
import type { Place } from '../report/finding.ts';
import type { SubgraphDocument } from './definitions.ts';

/** One thing that a subgraph declares; `parent` is the type, or the field of an argument. */
export type Declaration = {
  kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value';
  coordinate: string;
  name: string;
  subgraph: string;
  place: Place | null;
  description: string | undefined;
  directives: readonly ConstDirectiveNode[];
  /** Of a type: how it is declared. */
  definition?: DefinitionNode;
  field?: FieldDefinitionNode;
};

/** Everything that subgraphs declare, in their order; federation's own `_…` is left out. */
export function declarationsOf(subgraphs: readonly SubgraphDocument[]): Declaration[] {
  return subgraphs.flatMap(({ name: subgraph, file, document }) => {
    const of = declare(subgraph, file);
    return document.definitions
      .flatMap((definition) => inDefinition(definition, of))
      .filter(({ name }) => !name.startsWith('_'));
  });
}

type Node = {
  name: NameNode;
  description?: StringValueNode | undefined;
  directives?: readonly ConstDirectiveNode[] | undefined;
};
type Declare = (kind: Declaration['kind'], coordinate: string, node: Node) => Declaration;

const declare =
  (subgraph: string, file: string): Declare =>
  (kind, coordinate, { name, description, directives }) => {
    const token = name.loc?.startToken;
    return {
      ...{ kind, coordinate, name: name.value, subgraph, description: description?.value },
      place: token === undefined ? null : { file, line: token.line, column: token.column },
      directives: directives ?? [],
    };
  };

function inDefinition(definition: DefinitionNode, of: Declare): Declaration[] {
  const isSystem = definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension';
  if (isSystem || !('name' in definition) || definition.name === undefined) return [];
  if (!/Type(Definition|Extension)$/.test(definition.kind)) return [];
  const type = definition.name.value;
  const own = { ...of('type', type, definition as Node), definition };
  switch (definition.kind) {
    case 'ObjectTypeDefinition':
    case 'ObjectTypeExtension':
    case 'InterfaceTypeDefinition':
    case 'InterfaceTypeExtension':
      return [own, ...(definition.fields ?? []).flatMap((field) => inField(type, field, of))];
    case 'InputObjectTypeDefinition':
    case 'InputObjectTypeExtension':
      return [own, ...members('input field', type, definition.fields ?? [], of)];
    case 'EnumTypeDefinition':
    case 'EnumTypeExtension':
      return [own, ...members('enum value', type, definition.values ?? [], of)];
    default:
      return [own];
  }
}

function inField(type: string, field: FieldDefinitionNode, of: Declare): Declaration[] {
  const coordinate = `${type}.${field.name.value}`;
  return [
    { ...of('field', coordinate, field), field },
    ...(field.arguments ?? []).map((argument) =>
      of('argument', `${coordinate}(${argument.name.value}:)`, argument),
    ),
  ];
}

const members = (
  kind: 'input field' | 'enum value',
  type: string,
  nodes: readonly (InputValueDefinitionNode | EnumValueDefinitionNode)[],
  of: Declare,
): Declaration[] => nodes.map((node) => of(kind, `${type}.${node.name.value}`, node));
