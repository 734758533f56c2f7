import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { oneGraphql } from '../../../tests/one-graphql.ts';
import { isShort } from '../faults/form.ts';
import '../../../tests/temporary-folder.ts';

const generatedCases = path.resolve(import.meta.dirname, '../../../tests/generated-cases.ts');

const files = (...names: string[]) => names.map((it) => `router/tests/slow/${it}.slow.test.ts`);
const ALONE = files('hostile', 'many-streams', 'memory', 'redis-cache');
const WAITING = files('faults', 'one-of-three', 'rolling-restart');

const group = (name: string, groupOrder: number, maxWorkers: number, include: string[]) => ({
  resolve: oneGraphql,
  test: {
    name,
    include,
    sequence: { groupOrder },
    maxWorkers,
    setupFiles: [generatedCases],
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});

const others = group('correctness', 3, 2, files('*'));

/** Proofs of the router that take minutes: they have their own script. */
export default defineConfig({
  test: {
    projects: [
      group('alone', 1, 1, ALONE),
      // Two of them at a time blur what is measured, though not more than the short form allows for.
      group('waiting', 2, isShort ? 2 : 1, WAITING),
      { ...others, test: { ...others.test, exclude: [...ALONE, ...WAITING] } },
    ],
  },
});
