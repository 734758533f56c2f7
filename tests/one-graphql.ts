import { fileURLToPath } from 'node:url';

/**
 * Vite's `resolve`, as Node resolves: graphql has an ES module build that only bundlers see, and its
 * types must not come from two copies.
 */
export const oneGraphql = {
  alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
};
