import { configDefaults, defineConfig } from 'vitest/config';
import { oneGraphql } from '../one-graphql.ts';
import '../temporary-folder.ts';

/** Programs and whole stacks, started and stopped as their users do: each test waits for its own. */
export default defineConfig({
  resolve: oneGraphql,
  test: {
    name: 'processes',
    include: ['**/*.process.test.ts'],
    exclude: [...configDefaults.exclude, '**/.data/**', 'bench/**', 'stack/scaffold/template/**'],
    // They mostly wait for processes.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
