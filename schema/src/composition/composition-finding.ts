import type { ASTNode, GraphQLError } from 'graphql';
import type { Finding, Place, Related } from '../report/finding.ts';
import {
  type Definition,
  type Definitions,
  placeAt,
  type SubgraphDocument,
} from './definitions.ts';
import { unsatisfiable } from './unsatisfiable.ts';

type Located = { subgraph: string; coordinate: string | null; place: Place };

/**
 * Gives an error or hint of composition its subgraph, coordinate and place: by the nodes that it
 * carries, else by the coordinates that its text speaks of, else the beginning of the subgraph.
 */
export function compositionFinding(
  error: GraphQLError,
  subgraphs: readonly SubgraphDocument[],
  definitions: Definitions,
): Finding {
  const { extensions, nodes = [] } = error;
  const unreached = unsatisfiable(error, definitions);
  if (unreached !== null) return unreached;
  return {
    check: 'composition',
    rule: typeof extensions.code === 'string' ? extensions.code : 'INVALID_GRAPHQL',
    ...{ level: 'error', severity: 'invalid' },
    ...whereabouts(error.message, nodes, subgraphs, definitions),
  };
}

/** The parts of a finding that say what and where. */
export function whereabouts(
  text: string,
  nodes: readonly ASTNode[],
  subgraphs: readonly SubgraphDocument[],
  definitions: Definitions,
): Pick<Finding, 'coordinate' | 'message' | 'scope' | 'place' | 'related'> {
  const [, named = null, message = text] = /^\[([^\]\s]+)\] (.*)$/s.exec(text) ?? [];
  const carried = nodes.flatMap((node) => located(node, subgraphs, definitions));
  const spoken = definitionsIn(message, named, definitions);
  const found: readonly Located[] = carried.length > 0 ? carried : spoken;
  const start = subgraphs.find(({ name }) => name === named) ?? subgraphs[0];
  const coordinate = found.find((at) => at.coordinate !== null)?.coordinate ?? '';
  const [first, ...others] = distinct(found);
  if (first === undefined) {
    const place = start === undefined ? {} : { place: { file: start.file, line: 1, column: 1 } };
    return { coordinate, message, ...(named !== null && { scope: named }), ...place };
  }
  const scopes = new Set(found.map(({ subgraph }) => subgraph));
  const related = others.map(({ subgraph, place }): Related => {
    return { message: `In subgraph "${subgraph}":`, place };
  });
  return {
    ...{ coordinate, message, place: first.place },
    ...(scopes.size === 1 && { scope: first.subgraph }),
    ...(related.length > 0 && { related }),
  };
}

function located(
  node: ASTNode,
  subgraphs: readonly SubgraphDocument[],
  definitions: Definitions,
): Located[] {
  const { loc } = node;
  // Composition marks most nodes with their subgraph; the source's name is the same for all others.
  const marked = 'subgraph' in node ? node.subgraph : loc?.source.name;
  const owner = subgraphs.find(({ name }) => name === marked);
  if (loc === undefined || owner === undefined) return [];
  const name = 'name' in node && typeof node.name === 'object' ? node.name.loc : undefined;
  const isDefinition = /(Definition|Extension)$/.test(node.kind);
  const place = placeAt((isDefinition ? name : undefined) ?? loc, owner.file);
  return [{ subgraph: owner.name, coordinate: definitions.around(owner.name, loc.start), place }];
}

/** The definitions of the first coordinate in a text, in quotation marks, that is defined anywhere. */
function definitionsIn(
  message: string,
  subgraph: string | null,
  definitions: Definitions,
): readonly Definition[] {
  for (const [, coordinate = ''] of message.matchAll(/"(@?[\w.]+(?:\(\w+:\))?)"/g)) {
    const found = definitions
      .of(coordinate)
      .filter((definition) => subgraph === null || definition.subgraph === subgraph);
    if (found.length > 0) return found;
  }
  return [];
}

/** One place a line, the first that is told. */
const distinct = (places: readonly Located[]): Located[] =>
  [
    ...new Map(
      places.toReversed().map((at) => [`${at.place.file}:${at.place.line}`, at] as const),
    ).values(),
  ].toReversed();
