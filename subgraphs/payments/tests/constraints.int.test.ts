import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentRecord, refundedRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const captured = paymentRecord();
const refunded = refundedRecord();
const another = paymentRecord();

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([captured, refunded, another]);
});
afterAll(() => stage?.close());

test.each([
  ['an amount of nothing', "amount = 0, captured_amount = 0, status = 'VOIDED'", 'payments_amount'],
  ['a negative amount', "amount = -1, captured_amount = 0, status = 'VOIDED'", 'payments_amount'],
  ['more captured than owed', 'captured_amount = amount + 1', 'payments_captured'],
  ['less than nothing captured', "captured_amount = -1, status = 'VOIDED'", 'payments_captured'],
  [
    'more refunded than captured',
    "status = 'PARTIALLY_REFUNDED', refunded_amount = captured_amount + 1",
    'payments_refunded',
  ],
  ['a status that there is not', "status = 'PAID', captured_amount = 0", 'payments_status'],
  ['captured in a status before capture', "status = 'VOIDED'", 'payments_captured_by_status'],
  ['refunded in a status before refund', 'refunded_amount = 1', 'payments_refunded_by_status'],
  ['a part that is all', "status = 'PARTIALLY_CAPTURED'", 'payments_part_captured'],
  [
    'a whole refund that is a part',
    "status = 'REFUNDED', refunded_amount = 1",
    'payments_all_refunded',
  ],
  ['an unknown currency', "currency = 'JPY'", 'payments_currency'],
  [
    'a currency that its ledger does not have',
    "currency = 'USD'",
    'ledger_entries_in_the_payments_currency',
  ],
  ['more of a card number than four digits', "card_last4 = '42424242'", 'payments_card_last4'],
  ['half a card', 'card_brand = null', 'payments_card_whole'],
  ['a thirteenth month', 'card_exp_month = 13', 'payments_card_exp_month'],
  ['no reference at the provider', 'provider_reference = null', 'payments_known_to_provider'],
  [
    'another payment’s reference',
    `provider_reference = '${another.providerReference}'`,
    'payments_provider_reference',
  ],
  ['another payment’s order', `order_id = '${another.orderId}'`, 'payments_one_an_order'],
])('the database refuses a payment with %s', async (_, change, constraint) => {
  const update = stage.sql.unsafe(`update payments set ${change} where id = '${captured.id}'`);
  await expect(update).rejects.toMatchObject({ constraint_name: constraint });
});

test('the database refuses a payment without a currency', async () => {
  await expect(stage.sql`update payments set currency = null`).rejects.toThrow('not-null');
});

const REFUND = (id: string, amount: number, currency = 'KRW') => stage.sql`
  insert into refunds (id, payment_id, currency, amount, reason, status, created_at)
  values (${newId()}, ${id}, ${currency}, ${amount}, 'too late', 'SUCCEEDED', now())`;

test('the database refuses a refund that the payment does not know of', async () => {
  await expect(REFUND(refunded.id, 1)).rejects.toMatchObject({ constraint_name: 'refunds_add_up' });
  await expect(
    stage.sql`delete from refunds where payment_id = ${refunded.id} and amount = 2000`,
  ).rejects.toMatchObject({ constraint_name: 'refunds_add_up' });
  await expect(
    stage.sql`update payments set refunded_amount = 7001 where id = ${refunded.id}`,
  ).rejects.toMatchObject({ constraint_name: 'refunds_add_up' });
});

test('the database refuses a refund of nothing, and one in another currency', async () => {
  await expect(REFUND(refunded.id, 0)).rejects.toMatchObject({ constraint_name: 'refunds_amount' });
  await expect(REFUND(refunded.id, 1, 'USD')).rejects.toMatchObject({
    constraint_name: 'refunds_in_the_payments_currency',
  });
});

test.each([
  ['an unknown kind', { kind: 'gift' }],
  ['a fraction of a won', { amount: 30_000.5 }],
  [
    'a whole card number',
    { card: { brand: 'visa', last4: '4242424242424242', expMonth: 1, expYear: 2030 } },
  ],
  ['an unknown currency', { currency: 'JPY' }],
  ['refunds that do not add up', { status: 'PARTIALLY_REFUNDED', refundedAmount: 1 }],
  ['a history that ends elsewhere', { status: 'DECLINED', capturedAmount: 0 }],
  ['an impossible date', { createdAt: 'today' }],
])('a seed record with %s is refused, and nothing of its file stays', async (_, change) => {
  const good = paymentRecord();
  await expect(stage.seed([good, paymentRecord(change)])).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  expect(await stage.sql`select 1 from payments where id = ${good.id}`).toHaveLength(0);
});

test('a record that is there already is refused, and its money moves once', async () => {
  const before = await stage.sql`select count(*) from ledger_entries`;
  await expect(stage.seed([paymentRecord(), captured])).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await stage.sql`select count(*) from ledger_entries`).toEqual(before);
  expect(await stage.isEmpty()).toBe(false);
});
