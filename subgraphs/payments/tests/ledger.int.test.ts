import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentRecord, refundedRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const captured = paymentRecord();
const refunded = refundedRecord();
const voided = paymentRecord({
  status: 'VOIDED',
  currency: 'EUR',
  capturedAmount: 0,
  history: [
    { status: 'AUTHORIZED', at: '2026-05-02T00:00:00Z', amount: 30_000 },
    { status: 'VOIDED', at: '2026-05-02T00:00:01Z', amount: null },
  ],
});
const held = paymentRecord({
  status: 'AUTHORIZED',
  capturedAmount: 0,
  history: [{ status: 'AUTHORIZED', at: '2026-05-02T00:00:00Z', amount: 30_000 }],
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([captured, refunded, voided, held]);
});
afterAll(() => stage?.close());

test('the ledger of the seed sums to zero in every currency, and says what was moved', async () => {
  const { data } = await stage.query(
    '{ ledgerBalances { account currency amount } }',
    {},
    stage.tokens.admin,
  );
  const krw = Object.fromEntries(
    data.ledgerBalances
      .filter((row: { currency: string }) => row.currency === 'KRW')
      .map((row: { account: string; amount: string }) => [row.account, Number(row.amount)]),
  );
  expect(krw).toEqual({
    CARD_HOLDS: 30_000,
    AWAITING_CAPTURE: -30_000,
    PROVIDER_CLEARING: 53_000,
    SALES: -60_000,
    REFUNDS: 7_000,
  });
  const sums = await stage.sql`select currency, sum(amount)::int from ledger_entries group by 1`;
  expect(sums).toHaveLength(2);
  expect(sums.every(({ sum }) => sum === 0)).toBe(true);
});

test('what the provider owes for a payment is what was captured and not refunded', async () => {
  const crooked = await stage.sql`
    select p.id from payments p left join ledger_entries e
      on e.payment_id = p.id and e.account = 'PROVIDER_CLEARING'
    group by p.id having coalesce(sum(e.amount), 0) <> p.captured_amount - p.refunded_amount`;
  expect(crooked).toEqual([]);
});

type Entry = { account: string; amount: number; currency?: string; movementId?: string };
const enter = (entries: readonly Entry[]) =>
  stage.sql.begin(async (tx) => {
    const movementId = newId();
    for (const entry of entries) {
      await tx`insert into ledger_entries (movement_id, account, kind, payment_id, currency, amount, at)
        values (${entry.movementId ?? movementId}, ${entry.account}, 'CAPTURE', ${captured.id},
          ${entry.currency ?? 'KRW'}, ${entry.amount}, now())`;
    }
  });

test('a balanced movement is taken at the end of its transaction', async () => {
  await enter([
    { account: 'SALES', amount: -5 },
    { account: 'PROVIDER_CLEARING', amount: 5 },
  ]);
});

test.each<[string, Entry[], string]>([
  ['one leg', [{ account: 'SALES', amount: -5 }], 'ledger_movement_balances'],
  [
    'two legs that differ',
    [
      { account: 'SALES', amount: -5 },
      { account: 'PROVIDER_CLEARING', amount: 6 },
    ],
    'ledger_movement_balances',
  ],
  [
    'two halves of two movements',
    [
      { account: 'SALES', amount: -5, movementId: newId() },
      { account: 'PROVIDER_CLEARING', amount: 5, movementId: newId() },
    ],
    'ledger_movement_balances',
  ],
  [
    'another currency than the payment’s',
    [
      { account: 'SALES', amount: -5, currency: 'USD' },
      { account: 'PROVIDER_CLEARING', amount: 5, currency: 'USD' },
    ],
    'ledger_entries_in_the_payments_currency',
  ],
  ['an unknown account', [{ account: 'POCKET', amount: 5 }], 'ledger_entries_account'],
  ['nothing at all', [{ account: 'SALES', amount: 0 }], 'ledger_entries_amount'],
])('the database refuses a movement with %s', async (_, entries, constraint) => {
  const before = await stage.sql`select count(*) from ledger_entries`;
  await expect(enter(entries)).rejects.toMatchObject({ constraint_name: constraint });
  expect(await stage.sql`select count(*) from ledger_entries`).toEqual(before);
});

test('what is in the ledger stays as it is', async () => {
  const changes = [
    stage.sql`update ledger_entries set amount = amount * 2`,
    stage.sql`delete from ledger_entries`,
    stage.sql`truncate ledger_entries`,
  ];
  for (const change of changes) {
    await expect(change).rejects.toMatchObject({ constraint_name: 'ledger_append_only' });
  }
});
