import path from 'node:path';
import { expect, test } from 'vitest';
import { invariants } from '../invariants/every.ts';
import { renderTable } from '../table.ts';
import { MECHANISMS } from './mechanisms.ts';
import { wear } from './wear.ts';

const SEEDS = [1, 2, 3, 4, 5];
const isShort = process.env.CHAOS === 'short';
const chosen = MECHANISMS.filter((mechanism) => mechanism.isShort || !isShort);

test.skipIf(isShort)('where nothing is taken out, no invariant is breached', async () => {
  const faults = MECHANISMS.flatMap((mechanism) => mechanism.faults ?? []);
  const facts = await wear(1, { mains: {}, faults });
  const rows = invariants.map(({ name, check }) => ({ name, ...check(facts) }));
  expect(
    rows.flatMap(({ breaches }) => breaches),
    renderTable(rows),
  ).toEqual([]);
});

test.each(chosen)('$main, without $without, is found out within five seeds', async (mechanism) => {
  const { main, faults = [], breaches } = mechanism;
  const [service = ''] = main.split('-');
  const mains = { [service]: path.join(import.meta.dirname, `${main}.ts`) };
  const missing = new Set(breaches);
  for (const seed of SEEDS) {
    const facts = await wear(seed, { mains, faults });
    for (const invariant of missing) {
      if (invariant.check(facts).breaches.length > 0) missing.delete(invariant);
    }
    if (missing.size === 0) return;
  }
  expect([...missing].map(({ name }) => name)).toEqual([]);
});
