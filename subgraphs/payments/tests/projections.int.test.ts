import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentRecord, refundedRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const plain = paymentRecord();
const refunded = refundedRecord();

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([plain, refunded]);
});
afterAll(() => stage?.close());

const run = (what: 'check' | 'rebuild') => {
  const { projections } = stage.composition;
  if (projections === undefined) throw new Error('there are no projections');
  return projections[what](() => {});
};
const rows = () =>
  Promise.all([
    stage.sql`select * from payments order by id`,
    stage.sql`select * from payment_history order by payment_id, position`,
    stage.sql`select * from refunds order by id`,
    stage.sql`select * from ledger_entries order by movement_id, account`,
  ]);

test('seeded payments are events, and their replay makes the same rows', async () => {
  const before = await rows();
  expect(await run('check')).toEqual({ streams: 2, changed: [], strays: [] });
  expect(await run('rebuild')).toEqual({ streams: 2, changed: [], strays: [] });
  expect(await rows()).toEqual(before);
  const types = await stage.sql`
    select type from events where stream_id = ${refunded.id} order by version`;
  expect(types.map(({ type }) => type)).toEqual([
    ...['PaymentCreated', 'PaymentSubmitted', 'PaymentAuthorized', 'PaymentCaptured'],
    ...['RefundStarted', 'RefundSucceeded', 'RefundStarted', 'RefundSucceeded'],
    ...['RefundStarted', 'RefundFailed'],
  ]);
});

test('rows that are wrong, gone or too many are found, and repaired by a rebuild', async () => {
  const before = await rows();
  await stage.sql`update payments set card_last4 = '0000' where id = ${plain.id}`;
  await stage.sql`delete from payment_history where payment_id = ${refunded.id} and position = 3`;
  const expected = [plain.id, refunded.id].sort();
  expect((await run('check')).changed).toEqual(expected);
  expect((await run('rebuild')).changed).toEqual(expected);
  expect(await rows()).toEqual(before);
  await stage.sql.begin(async (tx) => {
    for (const [account, amount] of [
      ['SALES', -5],
      ['PROVIDER_CLEARING', 5],
    ] as const) {
      await tx`insert into ledger_entries (movement_id, account, kind, payment_id, currency, amount, at)
        values ('00000000-0000-7000-8000-000000000001', ${account}, 'CAPTURE', ${plain.id}, 'KRW',
          ${amount}, now())`;
    }
  });
  expect((await run('rebuild')).changed).toEqual([plain.id]);
  expect(await rows()).toEqual(before);
});
