import { expect, test } from 'vitest';
import { untoldOperations } from '../graph/untold-operations.ts';

test.each([12, 40, 80])(
  'among many changes, one throw in %i, none makes an operation invalid that is not named',
  (oneIn) => {
    const run = { firstSeed: 1_000, pairs: 2_000, operationsAPair: 3, oneIn };
    const { broken, untold } = untoldOperations(run);
    expect(untold).toEqual([]);
    expect(broken).toBeGreaterThan(run.pairs / 20);
  },
);
