import type { Facts } from '../audit/facts.ts';
import type { Planned } from '../faults/plan.ts';
import { run } from '../run.ts';
import { nothing } from './provocations.ts';

/** Something is missing: what waits for it waits in vain. */
const IMPATIENT = { quietMs: 25_000, patienceMs: 10_000 };

/** A small run that breaks what it is told to, and nothing else. */
export const wear = (
  seed: number,
  { mains, faults }: { mains: Record<string, string>; faults: readonly Planned[] },
): Promise<Facts> =>
  run({
    ...{ seed, mains, first: [...faults, nothing], faults: true },
    ...{ checkouts: 40, shoppers: 8, bus: null, pace: 0.02, keep: false },
    scale: {},
    // Without a loss everything ends, on a slow machine, too.
    ...(Object.keys(mains).length > 0 && IMPATIENT),
    tell: (line) => {
      if (process.env.CHAOS_TELL === 'yes') process.stderr.write(`${line}\n`);
    },
  });
