import type {
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  Location,
  NameNode,
} from 'graphql';
import type { Place } from '../report/finding.ts';

/** A parsed subgraph; `file` is relative to the root of what is checked. */
export type SubgraphDocument = { name: string; file: string; document: DocumentNode };

/** One place at which a subgraph defines or extends something. */
export type Definition = { coordinate: string; subgraph: string; place: Place };

export type Definitions = {
  /** Every definition and extension of a coordinate, in the order of the subgraphs. */
  of: (coordinate: string) => readonly Definition[];
  /** What stands around an offset of a subgraph's text: the field, else its type; null outside. */
  around: (subgraph: string, offset: number) => string | null;
};

type Span = { coordinate: string; start: number; end: number };

/** Where the subgraphs define what; names are schema coordinates, of the graph and as written. */
export function definitionsOf(subgraphs: readonly SubgraphDocument[]): Definitions {
  const places = new Map<string, Definition[]>();
  const spans = new Map<string, Span[]>();
  for (const { name: subgraph, file, document } of subgraphs) {
    const own: Span[] = [];
    spans.set(subgraph, own);
    const inGraph = namesInGraph(document);
    for (const { coordinate: written, name, loc } of document.definitions.flatMap(named)) {
      const coordinate = inGraph(written);
      if (loc !== undefined) own.push({ coordinate, start: loc.start, end: loc.end });
      const place = name.loc === undefined ? null : placeAt(name.loc, file);
      if (place === null) continue;
      for (const called of new Set([coordinate, written])) {
        const known = places.get(called) ?? [];
        places.set(called, [...known, { coordinate, subgraph, place }]);
      }
    }
  }
  return {
    of: (coordinate) => places.get(coordinate) ?? [],
    around: (subgraph, offset) =>
      spans.get(subgraph)?.findLast(({ start, end }) => start <= offset && offset < end)
        ?.coordinate ?? null,
  };
}

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** Composition calls root types by their usual names, whatever a subgraph's `schema { … }` says. */
function namesInGraph({ definitions }: DocumentNode): (coordinate: string) => string {
  // Two types of one name would be refused: then each is called as it is written.
  const taken = new Set(definitions.flatMap((each) => ('name' in each ? [each.name?.value] : [])));
  const roots = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== 'SchemaDefinition' && definition.kind !== 'SchemaExtension') continue;
    for (const { operation, type } of definition.operationTypes ?? []) {
      const usual = ROOTS[operation];
      if (!taken.has(usual)) roots.set(type.name.value, usual);
    }
  }
  return (coordinate) => coordinate.replace(/^\w+/, (name) => roots.get(name) ?? name);
}

/** Where a node begins. */
export const placeAt = ({ startToken: { line, column } }: Location, file: string): Place => ({
  ...{ file, line, column },
});

type Named = { coordinate: string; name: NameNode; loc: Location | undefined };

/** A definition with what is inside it, the outer before the inner. */
function named(definition: DefinitionNode): Named[] {
  switch (definition.kind) {
    case 'ObjectTypeDefinition':
    case 'ObjectTypeExtension':
    case 'InterfaceTypeDefinition':
    case 'InterfaceTypeExtension':
      return [type(definition), ...(definition.fields ?? []).flatMap(field(definition.name.value))];
    case 'InputObjectTypeDefinition':
    case 'InputObjectTypeExtension':
      return [type(definition), ...(definition.fields ?? []).map(member(definition.name.value))];
    case 'EnumTypeDefinition':
    case 'EnumTypeExtension':
      return [type(definition), ...(definition.values ?? []).map(member(definition.name.value))];
    case 'DirectiveDefinition': {
      const own = type(definition, '@');
      return [own, ...(definition.arguments ?? []).map(argument(own.coordinate))];
    }
    case 'ScalarTypeDefinition':
    case 'ScalarTypeExtension':
    case 'UnionTypeDefinition':
    case 'UnionTypeExtension':
      return [type(definition)];
    default:
      return [];
  }
}

type Inside = { name: NameNode; loc?: Location };

const type = ({ name, loc }: Inside, prefix = ''): Named => ({
  ...{ coordinate: `${prefix}${name.value}`, name, loc },
});

const member =
  (parent: string) =>
  ({ name, loc }: Inside): Named => ({ coordinate: `${parent}.${name.value}`, name, loc });

const argument =
  (parent: string) =>
  ({ name, loc }: InputValueDefinitionNode): Named => ({
    ...{ coordinate: `${parent}(${name.value}:)`, name, loc },
  });

const field =
  (parent: string) =>
  (node: FieldDefinitionNode): Named[] => {
    const own = member(parent)(node);
    return [own, ...(node.arguments ?? []).map(argument(own.coordinate))];
  };
