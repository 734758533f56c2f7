import { extractValidationError } from '@apollo/composition';
import { operationToDocument } from '@apollo/federation-internals';
import { type GraphQLError, print } from 'graphql';
import type { Finding, Related } from '../report/finding.ts';
import type { Definitions } from './definitions.ts';

/**
 * An error that composition tells as a query that cannot be answered: about the field at the end of
 * the path, where its subgraph defines it, with the places at which each subgraph gets stuck. Null for
 * an error of another kind.
 */
export function unsatisfiable(error: GraphQLError, definitions: Definitions): Finding | null {
  const invalid = extractValidationError(error);
  if (invalid === undefined || error.extensions.code !== 'SATISFIABILITY_ERROR') return null;
  const edges = [...invalid.supergraphUnsatisfiablePath].map(([edge]) => edge);
  const last = edges.at(-1)?.transition;
  const coordinate =
    last?.kind === 'FieldCollection'
      ? last.definition.coordinate
      : (edges.at(-1)?.tail.type.name ?? '');
  const [definition] = definitions.of(coordinate);
  const stuck = invalid.subgraphsPaths.flatMap(({ tail }): Related[] => {
    const at = definitions.of(tail.type.name).find(({ subgraph }) => subgraph === tail.source);
    return at === undefined
      ? []
      : [{ message: `Subgraph "${tail.source}" gets no further than this:`, place: at.place }];
  });
  return {
    check: 'composition',
    rule: 'SATISFIABILITY_ERROR',
    ...{ level: 'error', severity: 'invalid', coordinate },
    message: [
      'No plan can reach this field by the query',
      ...print(operationToDocument(invalid.witness))
        .split('\n')
        .map((line) => `  ${line}`),
      ...reasons(error.message),
    ].join('\n'),
    ...(definition !== undefined && { scope: definition.subgraph, place: definition.place }),
    ...(stuck.length > 0 && { related: unique(stuck) }),
  };
}

/** What composition says after the query: why each subgraph can neither answer nor pass on. */
function reasons(message: string): string[] {
  const [, after = message] = message.split(/^cannot be satisfied by the subgraphs because:\n/m);
  return ['because', ...after.split('\n').map((line) => `  ${line}`)];
}

const unique = (places: readonly Related[]): Related[] => [
  ...new Map(places.map((related) => [JSON.stringify(related), related])).values(),
];
