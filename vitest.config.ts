import { configDefaults, defineConfig } from 'vitest/config';
import { oneGraphql } from './tests/one-graphql.ts';
import './tests/temporary-folder.ts';

const exclude = [
  ...configDefaults.exclude,
  '**/.data/**',
  'bench/**',
  'stack/scaffold/template/**',
];

/**
 * The files of one worker share their modules: to load GraphQL and the rest again for each of them took
 * three times as long as the tests. A test must not change what a module keeps.
 */
const shared = { isolate: false };

/** One after another, as each kind has the machine for itself; only pure tests share it. */
const turn = (groupOrder: number, maxWorkers: number) => ({ sequence: { groupOrder }, maxWorkers });

/**
 * Three kinds of test: `unit` is pure, `int` has a real PostgreSQL (see tests/database.ts),
 * `e2e` has the whole stack (see tests/stack.ts). Choose with `vitest run --project unit`.
 */
export default defineConfig({
  test: {
    exclude,
    projects: [
      {
        resolve: oneGraphql,
        test: {
          ...shared,
          ...turn(3, 2),
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.{int,e2e,browser,bus,chaos,process,slow}.test.ts'],
          setupFiles: ['tests/generated-cases.ts'],
        },
      },
      {
        resolve: oneGraphql,
        test: {
          ...shared,
          ...turn(2, 2),
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude,
          globalSetup: ['tests/postgres.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          ...turn(1, 1),
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          exclude,
          globalSetup: ['tests/stack.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
