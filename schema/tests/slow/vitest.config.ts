import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { oneGraphql } from '../../../tests/one-graphql.ts';
import '../../../tests/temporary-folder.ts';

/** Proofs of the schema checks that take minutes: they have their own script. */
export default defineConfig({
  resolve: oneGraphql,
  test: {
    include: ['schema/tests/slow/*.slow.test.ts'],
    globalSetup: [path.resolve(import.meta.dirname, '../../../tests/postgres.ts')],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
