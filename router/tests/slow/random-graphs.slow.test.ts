import { expect, test } from 'vitest';
import { noTally, runCase } from '../random-graph/case.ts';

const { GRAPHS = '400', OPERATIONS = '10', FIRST_SEED = '1000' } = process.env;

test('thousands of generated operations on hundreds of graphs are answered to the letter', async () => {
  const tally = noTally();
  const failures: string[] = [];
  for (let i = 0; i < Number(GRAPHS); i++) {
    try {
      await runCase(Number(FIRST_SEED) + i, Number(OPERATIONS), tally);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  expect(failures, failures.join('\n\n')).toEqual([]);
  expect(tally.hits).toBeGreaterThan(0);
  expect(tally.refused).toBeLessThan(Number(GRAPHS) / 10);
}, 3_600_000);
