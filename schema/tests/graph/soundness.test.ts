import { expect, test } from 'vitest';
import { untoldOperations } from './untold-operations.ts';

test('no operation becomes invalid without a finding that is worse than safe and names it', () => {
  const run = { firstSeed: 0, pairs: 100, operationsAPair: 2, oneIn: 12 };
  const { broken, untold } = untoldOperations(run);
  expect(untold).toEqual([]);
  expect(broken).toBeGreaterThan(run.pairs / 4);
}, 30_000);
