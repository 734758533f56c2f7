import { compose } from '../../../../schema/src/composition/compose.ts';
import { SCHEMAS, SUBGRAPHS } from './schemas.ts';
import type { Ports } from './subgraphs.ts';

/** The supergraph over the canned subgraphs. Throws where they do not compose. */
export function supergraphOver(ports: Ports): string {
  const composed = compose(
    SUBGRAPHS.map((name) => ({
      name,
      url: `http://127.0.0.1:${ports[name]}/graphql`,
      file: `${name}.graphql`,
      sdl: SCHEMAS[name],
    })),
  );
  if ('findings' in composed) {
    throw new Error(composed.findings.map(({ message }) => message).join('\n'));
  }
  return composed.supergraph;
}
