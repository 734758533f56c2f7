import { composeServices } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';
import { once } from '../once.ts';
import type { Finding } from '../report/finding.ts';
import { compositionFinding } from './composition-finding.ts';
import { definitionsOf, type SubgraphDocument } from './definitions.ts';
import { hintFinding } from './hint-finding.ts';
import type { SubgraphSource } from './supergraph-config.ts';

/** A supergraph as SDL with what composition thinks of it, or what stands in the way. */
export type Composed = { supergraph: string; hints: () => Finding[] } | { findings: Finding[] };

/** One supergraph out of many subgraphs. */
export function compose(subgraphs: readonly SubgraphSource[]): Composed {
  const read = subgraphs.map(parsed);
  const findings = read.flatMap((one) => ('finding' in one ? [one.finding] : []));
  if (findings.length > 0) return { findings };
  const documents = read.flatMap((one) => ('finding' in one ? [] : [one]));
  const definitions = once(() => definitionsOf(documents));
  const services = documents.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const { errors = [], hints = [], supergraphSdl } = composeServices(services);
  if (errors.length > 0) {
    return {
      findings: errors.map((error) => compositionFinding(error, documents, definitions())),
    };
  }
  return {
    supergraph: `${supergraphSdl?.trimEnd()}\n`,
    hints: () => hints.flatMap((hint) => hintFinding(hint, documents, definitions())),
  };
}

/** Nodes carry the subgraph's name, by which an error is led back to its file. */
function parsed(
  subgraph: SubgraphSource,
): (SubgraphDocument & { url: string }) | { finding: Finding } {
  const { name, url, file, sdl } = subgraph;
  try {
    return { name, url, file, document: parse(new Source(sdl, name)) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    return {
      finding: {
        ...{ check: 'composition', rule: 'INVALID_GRAPHQL', level: 'error', severity: 'invalid' },
        ...{ coordinate: '', scope: name, message: error.message, place: { file, line, column } },
      },
    };
  }
}
