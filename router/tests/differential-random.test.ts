import { expect, test } from 'vitest';
import { noTally, runCase } from './random-graph/case.ts';

/** `SEED=7` runs the graph of one seed alone, `GRAPHS=500` so many of them. */
const { SEED, GRAPHS = '6', OPERATIONS = '10' } = process.env;
const seeds =
  SEED === undefined ? Array.from({ length: Number(GRAPHS) }, (_, i) => i + 1) : [Number(SEED)];

test('generated graphs answer generated operations as graphql-js does from one schema', async () => {
  const tally = noTally();
  for (const seed of seeds) await runCase(seed, Number(OPERATIONS), tally);
  expect(tally.hits).toBeGreaterThan(0);
  expect(tally.refused).toBe(0);
  // All ways through the executor have been taken.
  expect(tally.carefully).toBeGreaterThan(0);
  expect(tally.unescaped).toBeGreaterThan(0);
  expect(tally.carefully + tally.unescaped).toBeLessThan(tally.operations);
}, 3_600_000);
