import { expect, test } from 'vitest';
import { runCase, type Tally } from './random-graph/case.ts';

/** `SEED=7` runs the graph of one seed alone, `GRAPHS=500` so many of them. */
const { SEED, GRAPHS = '10', OPERATIONS = '10' } = process.env;
const seeds =
  SEED === undefined ? Array.from({ length: Number(GRAPHS) }, (_, i) => i + 1) : [Number(SEED)];

test('generated graphs answer generated operations as graphql-js does from one schema', async () => {
  const tally: Tally = { operations: 0, refused: 0, invalid: 0, carefully: 0, hits: 0 };
  for (const seed of seeds) await runCase(seed, Number(OPERATIONS), tally);
  expect(tally.hits).toBeGreaterThan(0);
  expect(tally.refused).toBe(0);
  // Both ways through the executor have been taken.
  expect(tally.carefully).toBeGreaterThan(0);
  expect(tally.carefully).toBeLessThan(tally.operations);
}, 3_600_000);
