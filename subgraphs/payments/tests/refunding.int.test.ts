import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const captured = paymentRecord();
const another = paymentRecord();

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([captured, another]);
});
afterAll(() => stage?.close());

const REFUND = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) {
  __typename
  ... on Payment { id status availableActions refundable { amount }
    refunds { amount { amount currency } reason status } }
  ... on RefundRefused { code en: message ko: message(locale: KO) }
} }`;
const ask = (change: object = {}) => ({
  input: {
    ...{ paymentId: captured.id, amount: 5_000, reason: 'A crack', idempotencyKey: newId() },
    ...change,
  },
});

test('support gives money back, and reads the refund in the reply; once for each key', async () => {
  const input = ask();
  const first = await stage.query(REFUND, input, stage.tokens.support);
  expect(first.errors).toBeUndefined();
  expect(first.data.refundPayment).toMatchObject({
    ...{ __typename: 'Payment', status: 'CAPTURED', availableActions: ['REFUND'] },
    refunds: [{ amount: { amount: 5_000, currency: 'KRW' }, reason: 'A crack', status: 'PENDING' }],
  });
  expect(await stage.query(REFUND, input, stage.tokens.support)).toEqual(first);
  expect(
    await stage.sql`select payload from provider_tasks where payment_id = ${captured.id}`,
  ).toHaveLength(1);
  const other = { input: { ...input.input, amount: 6_000 } };
  expect(await stage.codes(REFUND, other, stage.tokens.support)).toEqual([
    'IDEMPOTENCY_KEY_REUSED',
  ]);
});

test('more than is left is refused in words, also when refunds are asked for at once', async () => {
  const half = { paymentId: another.id, amount: 20_000 };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => stage.query(REFUND, ask(half), stage.tokens.support)),
  );
  const types = answers.map(({ data }) => data.refundPayment.__typename).sort();
  expect(types).toEqual(['Payment', 'RefundRefused', 'RefundRefused', 'RefundRefused']);
  const refused = answers.find(({ data }) => data.refundPayment.code !== undefined);
  expect(refused?.data.refundPayment).toMatchObject({
    code: 'MORE_THAN_REFUNDABLE',
    en: 'This is more than can still be given back.',
    ko: '환불할 수 있는 금액보다 많습니다.',
  });
});

test('only who may give money back can, and only what makes sense', async () => {
  expect(await stage.codes(REFUND, ask())).toEqual(['UNAUTHENTICATED']);
  expect(await stage.codes(REFUND, ask(), stage.tokens.owner)).toEqual(['FORBIDDEN']);
  for (const wrong of [
    ...[{ amount: 0 }, { amount: -1 }, { reason: ' ' }, { reason: 'x\u0000' }],
    ...[{ idempotencyKey: 'short' }, { paymentId: '17' }],
  ]) {
    expect(await stage.codes(REFUND, ask(wrong), stage.tokens.support)).toEqual(['BAD_USER_INPUT']);
  }
  const nobodys = ask({ paymentId: newId() });
  expect(await stage.codes(REFUND, nobodys, stage.tokens.support)).toEqual(['NOT_FOUND']);
});

test('dead letters are for operators', async () => {
  const source = '{ paymentsDeadLetters { nodes { id } } }';
  expect(await stage.codes(source, {}, stage.tokens.support)).toEqual(['FORBIDDEN']);
  const { data } = await stage.query(source, {}, stage.tokens.admin);
  expect(data.paymentsDeadLetters.nodes).toEqual([]);
  const drop = 'mutation ($id: ID!) { dropPaymentsDeadLetter(id: $id) }';
  expect((await stage.query(drop, { id: newId() }, stage.tokens.admin)).data).toEqual({
    dropPaymentsDeadLetter: false,
  });
});
