import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Proofs of the router that take minutes: they have their own script. */
export default defineConfig({
  // As Node resolves: graphql has an ES module build that only bundlers see.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  },
  test: {
    include: ['router/tests/slow/*.slow.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
