import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
} from 'graphql';
import { argumentOf } from './hidden-by-tags.ts';
import { linkedDirective } from './linked-directive.ts';

const LINK = 'https://specs.apollo.dev/inaccessible/v0.2';
const DEFINITION =
  'directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION';

/** A supergraph in which these coordinates are inaccessible, besides those that are already. */
export function hide(supergraph: DocumentNode, hidden: ReadonlySet<string>): DocumentNode {
  const known = linkedDirective(supergraph, 'inaccessible');
  const mark = marking(known ?? 'inaccessible', hidden);
  const definitions = supergraph.definitions.map((each) =>
    each.kind.endsWith('TypeDefinition') ? inType(each as TypeDefinitionNode, mark) : each,
  );
  return { ...supergraph, definitions: known === null ? linked(definitions) : definitions };
}

type Node = { readonly directives?: readonly ConstDirectiveNode[] | undefined };
type Mark = <N extends Node>(node: N, coordinate: string) => N;

function marking(directive: string, hidden: ReadonlySet<string>): Mark {
  const added: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: directive },
  };
  return (node, coordinate) => {
    const directives = node.directives ?? [];
    if (!hidden.has(coordinate)) return node;
    if (directives.some(({ name }) => name.value === directive)) return node;
    return { ...node, directives: [...directives, added] };
  };
}

function inType(type: TypeDefinitionNode, mark: Mark): TypeDefinitionNode {
  const name = type.name.value;
  const marked = mark(type, name);
  switch (marked.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return {
        ...marked,
        fields: (marked.fields ?? []).map((field) => inField(name, field, mark)),
      };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return {
        ...marked,
        fields: (marked.fields ?? []).map((field) => mark(field, `${name}.${field.name.value}`)),
      };
    case Kind.ENUM_TYPE_DEFINITION:
      return {
        ...marked,
        values: (marked.values ?? []).map((value) => mark(value, `${name}.${value.name.value}`)),
      };
    default:
      return marked;
  }
}

const inField = (type: string, field: FieldDefinitionNode, mark: Mark): FieldDefinitionNode => ({
  ...mark(field, `${type}.${field.name.value}`),
  arguments: (field.arguments ?? []).map((each) => mark(each, argumentOf(type, field, each))),
});

/** Links the specification where the supergraph had no need of it. */
function linked(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const { definitions: extra } = parse(
    `extend schema @link(url: "${LINK}", for: SECURITY)\n${DEFINITION}`,
    { noLocation: true },
  );
  const [extension, directive] = extra;
  return [
    ...definitions.map((each) =>
      each.kind === Kind.SCHEMA_DEFINITION && extension?.kind === Kind.SCHEMA_EXTENSION
        ? { ...each, directives: [...(each.directives ?? []), ...(extension.directives ?? [])] }
        : each,
    ),
    ...(directive === undefined ? [] : [directive]),
  ];
}
