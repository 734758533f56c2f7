import { knownKinds } from './known-kinds.ts';
import { unconditionalStreams } from './unconditional-streams.ts';

/** Rules of GraphQL's that graphql-js 16 does not have, for all who validate operations. */
export const stricterRules = [knownKinds, unconditionalStreams];
