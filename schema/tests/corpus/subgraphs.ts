import type { SubgraphSource } from '../../src/composition/supergraph-config.ts';
import type { CorpusCase } from './case-file.ts';

const IMPORTS = [
  ...['key', 'requires', 'provides', 'external', 'shareable', 'override', 'extends'],
  ...['inaccessible', 'tag', 'interfaceObject', 'composeDirective'],
  ...['authenticated', 'requiresScopes', 'policy', 'context', 'cost', 'listSize'],
].map((name) => `"@${name}"`);

/** On the line of the first definition, so that lines are those of the case. */
const HEADER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${IMPORTS}, "@fromContext"]) `;

/** A subgraph that links nothing is federation 2 with all directives; one that says so is federation 1. */
const FEDERATION_1 = '# federation 1\n';

/** The two states of a case. */
export const subgraphsOf = ({ before, after }: CorpusCase) => ({
  base: sources(before),
  head: sources({ ...before, ...after }),
});

const sources = (subgraphs: CorpusCase['before']): SubgraphSource[] =>
  Object.entries(subgraphs).flatMap(([name, text]) => {
    if (text === null) return [];
    const isComplete = text.startsWith(FEDERATION_1) || text.includes('@link(');
    const sdl = isComplete ? text : `${HEADER}${text}`;
    return [{ name, url: `http://127.0.0.1/${name}`, file: `${name}.graphql`, sdl }];
  });
