import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mina, paymentRecord, refundedRecord, stranger } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const mine = refundedRecord();
const captured = Array.from({ length: 7 }, () => paymentRecord());
const declined = paymentRecord({
  status: 'DECLINED',
  capturedAmount: 0,
  history: [{ status: 'DECLINED', at: '2026-05-02T00:00:00Z', amount: null }],
});
const theirs = paymentRecord({ customerId: stranger, currency: 'USD' });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([mine, ...captured, declined, theirs]);
});
afterAll(() => stage?.close());

const PAYMENT = `query ($id: ID!) { payment(id: $id) {
  status amount { amount currency } captured { amount } refunded { amount } refundable { amount }
  card { brand last4 expMonth expYear } createdAt providerReference
  history { status at amount { amount currency } }
  refunds { amount { amount currency } reason status payment { id } }
  order { id } customer { id }
} }`;

test('an owner reads her payment with its history and refunds, but not the provider reference', async () => {
  const { data, errors } = await stage.query(PAYMENT, { id: mine.id }, stage.tokens.owner);
  expect(errors).toBeUndefined();
  expect(data.payment).toMatchObject({
    status: 'PARTIALLY_REFUNDED',
    amount: { amount: 30_000, currency: 'KRW' },
    captured: { amount: 30_000 },
    refunded: { amount: 7_000 },
    refundable: { amount: 23_000 },
    card: { brand: 'visa', last4: '4242', expMonth: 4, expYear: 2030 },
    createdAt: mine.createdAt,
    providerReference: null,
    order: { id: mine.orderId },
    customer: { id: mina },
  });
  expect(data.payment.history.map((change: { status: string }) => change.status)).toEqual(
    mine.history.map(({ status }) => status),
  );
  expect(data.payment.history[0].amount).toBeNull();
  expect(
    data.payment.refunds.map((refund: { status: string; amount: object }) => [
      refund.status,
      refund.amount,
    ]),
  ).toEqual([
    ['FAILED', { amount: 1_000, currency: 'KRW' }],
    ['SUCCEEDED', { amount: 2_000, currency: 'KRW' }],
    ['SUCCEEDED', { amount: 5_000, currency: 'KRW' }],
  ]);
  expect(data.payment.refunds[0].payment).toEqual({ id: mine.id });
});

test('support reads the provider reference of any payment', async () => {
  const { data } = await stage.query(PAYMENT, { id: mine.id }, stage.tokens.support);
  expect(data.payment.providerReference).toBe(mine.providerReference);
});

const people: [who: 'owner' | 'other' | 'support' | 'guest', sees: boolean][] = [
  ['owner', true],
  ['other', false],
  ['support', true],
  ['guest', false],
];
test.each(people)('%s sees the payment everywhere or nowhere: %s', async (who, sees) => {
  const token = who === 'guest' ? null : stage.tokens[who];
  const byId = await stage.query(PAYMENT, { id: mine.id }, token);
  expect(byId.data.payment !== null).toBe(sees);

  const { data, errors } = await stage.entities(
    [
      { __typename: 'Payment', id: mine.id },
      { __typename: 'Order', id: mine.orderId },
      { __typename: 'Refund', id: (mine.refunds[0] as { id: string }).id },
      { __typename: 'User', id: mina },
    ],
    `... on Payment { id } ... on Order { payment { id card { last4 } } } ... on Refund { reason }
     ... on User { payments(first: 1) { nodes { id } } }`,
    token,
  );
  expect(errors).toBeUndefined();
  const [payment, order, refund, user] = data._entities;
  expect(payment !== null).toBe(sees);
  expect(order.payment !== null).toBe(sees);
  expect(refund !== null).toBe(sees);
  expect(user.payments !== null).toBe(sees);
});

test('entities that do not exist, or could not, are null beside those that do', async () => {
  const { data, errors } = await stage.entities(
    [
      { __typename: 'Payment', id: newId() },
      { __typename: 'Payment', id: "'; drop table payments" },
      { __typename: 'Order', id: 'no id' },
      { __typename: 'Payment', id: mine.id },
    ],
    '... on Payment { id } ... on Order { payment { id } }',
    stage.tokens.support,
  );
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual([null, null, { payment: null }, { id: mine.id }]);
});

const LIST = `query ($filter: PaymentFilter, $first: Int, $after: String) {
  payments(filter: $filter, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const ids = (data: { payments: { nodes: { id: string }[] } }) =>
  data.payments.nodes.map(({ id }) => id);

test('support pages through everything, newest first, without gaps or repeats', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await stage.query(LIST, { first: 4, after }, stage.tokens.support);
    seen.push(...ids(data));
    after = data.payments.pageInfo.hasNextPage ? data.payments.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(
    [mine, ...captured, declined, theirs]
      .sort((left, right) => right.createdAt.localeCompare(left.createdAt))
      .map(({ id }) => id),
  );
});

test('the list is filtered by status, order and period, also all at once', async () => {
  const ask = async (filter: object) =>
    ids((await stage.query(LIST, { filter, first: 100 }, stage.tokens.support)).data);
  expect(await ask({ status: 'DECLINED' })).toEqual([declined.id]);
  expect(await ask({ status: ['DECLINED', 'PARTIALLY_REFUNDED'] })).toEqual([declined.id, mine.id]);
  expect(await ask({ orderId: theirs.orderId })).toEqual([theirs.id]);
  const createdBetween = { from: declined.createdAt, to: theirs.createdAt };
  expect(await ask({ createdBetween })).toEqual([declined.id]);
  expect(await ask({ createdBetween, status: 'DECLINED', orderId: mine.orderId })).toEqual([]);
});

test('customers and guests cannot list everybody’s payments or read the ledger', async () => {
  const ledger = '{ ledgerBalances { account } }';
  for (const source of [LIST, ledger]) {
    expect(await stage.codes(source, {}, stage.tokens.owner)).toEqual(['FORBIDDEN']);
    expect(await stage.codes(source)).toEqual(['UNAUTHENTICATED']);
  }
  expect(await stage.codes(ledger, {}, stage.tokens.support)).toEqual(['FORBIDDEN']);
});

test.each([
  { first: 0 },
  { first: -1 },
  { first: 101 },
  { after: 'not a cursor' },
  { filter: { orderId: 'x' } },
  { filter: { status: 'PAID' } },
  { filter: { status: [] } },
  { filter: { createdBetween: { from: 'yesterday' } } },
  { filter: { createdBetween: { from: '2026-05-02T00:00:00Z', to: '2026-05-01T00:00:00Z' } } },
])('the list refuses %j', async (variables) => {
  expect(await stage.codes(LIST, variables, stage.tokens.support)).toEqual(['BAD_USER_INPUT']);
});

test('an id that is none is refused, a bad token too', async () => {
  expect(await stage.codes(PAYMENT, { id: '17' }, stage.tokens.owner)).toEqual(['BAD_USER_INPUT']);
  expect((await stage.query(PAYMENT, { id: mine.id }, 'a.b.c')).status).toBe(401);
});

test('statements stay the same for 5 and 50 orders and people with all that hangs on them', async () => {
  const more = Array.from({ length: 50 }, () => refundedRecord({ customerId: newId() }));
  await stage.seed(more);
  const cost = async (representations: object[], selection: string) => {
    const before = await stage.statements();
    const { data, errors } = await stage.entities(representations, selection, stage.tokens.support);
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(representations.length);
    return { data: data._entities, statements: (await stage.statements()) - before };
  };
  const orders = async (count: number) => {
    const asked = more.slice(0, count).map(({ orderId }) => ({ __typename: 'Order', id: orderId }));
    const { data, statements } = await cost(
      asked,
      '... on Order { payment { id history { status } refunds { id payment { id } } } }',
    );
    expect(data[count - 1].payment.refunds).toHaveLength(3);
    return statements;
  };
  const users = async (count: number) => {
    const asked = more
      .slice(0, count)
      .map(({ customerId }) => ({ __typename: 'User', id: customerId }));
    const { data, statements } = await cost(
      asked,
      '... on User { payments(first: 3) { nodes { id refunds { id } } } }',
    );
    expect(data[count - 1].payments.nodes).toHaveLength(1);
    return statements;
  };
  await orders(50);
  // The payments, their histories, their refunds, and the payments of the refunds.
  expect([await orders(5), await orders(50)]).toEqual([4, 4]);
  expect([await users(5), await users(50)]).toEqual([2, 2]);
});

test('a person’s pages follow each other', async () => {
  const source = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) {
    ... on User { payments(first: 5, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } } } }`;
  const r = [{ __typename: 'User', id: mina }];
  const first = await stage.query(source, { r }, stage.tokens.owner);
  const page = first.data._entities[0].payments;
  expect(page.nodes).toHaveLength(5);
  const after = page.pageInfo.endCursor;
  const second = await stage.query(source, { r, after }, stage.tokens.owner);
  const rest = second.data._entities[0].payments;
  expect(rest.pageInfo.hasNextPage).toBe(false);
  expect([...page.nodes, ...rest.nodes].map(({ id }: { id: string }) => id)).toEqual(
    [mine, ...captured, declined]
      .sort((left, right) => right.createdAt.localeCompare(left.createdAt))
      .map(({ id }) => id),
  );
});
