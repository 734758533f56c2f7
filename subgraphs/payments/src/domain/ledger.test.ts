import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEDGER_ACCOUNTS, type LedgerAccount, MOVEMENT_KINDS, postings } from './ledger.ts';

const at = new Date(0);
const total = (entries: readonly { amount: number }[]) =>
  entries.reduce((sum, { amount }) => sum + amount, 0);

test('every movement sums to zero and touches an account once', () => {
  const movement = fc.record({
    kind: fc.constantFrom(...MOVEMENT_KINDS),
    amount: fc.integer({ min: 1, max: 2_147_483_647 }),
    at: fc.constant(at),
  });
  fc.assert(
    fc.property(movement, (moved) => {
      const entries = postings(moved);
      expect(total(entries)).toBe(0);
      expect(new Set(entries.map(({ account }) => account)).size).toBe(entries.length);
    }),
  );
});

test('a payment that is held, taken and given back leaves only sales and refunds', () => {
  const entries = (['AUTHORIZE', 'CAPTURE', 'REFUND'] as const).flatMap((kind) =>
    postings({ kind, amount: 500, at }),
  );
  const balance = (account: LedgerAccount) =>
    total(entries.filter((entry) => entry.account === account));
  expect(Object.fromEntries(LEDGER_ACCOUNTS.map((account) => [account, balance(account)]))).toEqual(
    {
      CARD_HOLDS: 0,
      AWAITING_CAPTURE: 0,
      PROVIDER_CLEARING: 0,
      SALES: -500,
      REFUNDS: 500,
    },
  );
});
