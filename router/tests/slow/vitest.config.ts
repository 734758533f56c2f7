import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { oneGraphql } from '../../../tests/one-graphql.ts';

/** Proofs of the router that take minutes: they have their own script. */
export default defineConfig({
  resolve: oneGraphql,
  test: {
    include: ['router/tests/slow/*.slow.test.ts'],
    setupFiles: [path.resolve(import.meta.dirname, '../../../tests/generated-cases.ts')],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
