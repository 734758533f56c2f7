import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CheckoutStage,
  newKey,
  openCheckoutStage,
  type PlacedOrder,
} from './checkout-stage.ts';
import type { Person } from './stage.ts';

const RETURN = /* GraphQL */ `
  fragment All on Return {
    id status reason rejectionReason availableActions version
    refund { amount currency }
    order { id }
    items { quantity resellable refund { amount } orderLine { number sku } }
  }
`;
const RESULT =
  '__typename ... on Return { ...All } ... on OrderActionRefused { code english: message korean: message(locale: KO) }';
const mutation = (name: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${RESULT} } } ${RETURN}`;

let stage: CheckoutStage;
let mina: Person;
let jun: Person;
let sam: Person;
let wade: Person;
let order: PlacedOrder;
beforeAll(async () => {
  stage = await openCheckoutStage();
  [mina, jun, sam, wade] = await Promise.all([
    stage.person(),
    stage.person(),
    stage.person(['support']),
    stage.person(['warehouse']),
  ]);
  order = await stage.bought(mina, {}, 6);
  await stage.delivered(order, mina);
});
afterAll(() => stage?.close());

const act = async (name: string, { token }: Person, input: object) =>
  (await stage.ask(mutation(name), { input: { idempotencyKey: newKey(), ...input } }, token))[name];
const codes = (name: string, person: Person | null, input: object) =>
  stage.codes(mutation(name), { input: { idempotencyKey: newKey(), ...input } }, person?.token);
const wish = (quantity = 1, change: object = {}) => ({
  ...{ orderId: order.id, items: [{ lineNumber: 1, quantity }], reason: 'It leaks' },
  ...change,
});
const requested = async (quantity = 1) => (await act('requestReturn', mina, wish(quantity))).id;
const read = async (id: string, { token }: Person) =>
  (await stage.ask(`query ($id: ID!) { return(id: $id) { ...All } } ${RETURN}`, { id }, token))
    .return;

test('goods go back: asked for, approved, sent, received, paid back', async () => {
  const asked = await act('requestReturn', mina, wish(2));
  expect(asked).toMatchObject({
    ...{ __typename: 'Return', status: 'REQUESTED', reason: 'It leaks', availableActions: [] },
    refund: { amount: 30_000, currency: 'KRW' },
    order: { id: order.id },
    items: [
      { quantity: 2, resellable: null, refund: { amount: 30_000 }, orderLine: { number: 1 } },
    ],
  });
  const { id: returnId } = asked;
  expect((await read(returnId, sam)).availableActions).toEqual(['APPROVE', 'REJECT']);
  const approved = await act('approveReturn', sam, { returnId });
  expect(approved).toMatchObject({ status: 'APPROVED', availableActions: ['MARK_SENT'] });
  expect((await read(returnId, mina)).availableActions).toEqual(['MARK_SENT']);
  const sent = await act('markReturnSent', mina, { returnId });
  expect(sent).toMatchObject({ status: 'IN_TRANSIT' });
  expect((await read(returnId, wade)).availableActions).toEqual(['RECEIVE']);
  const received = await act('receiveReturn', wade, { returnId, resellable: [1] });
  expect(received).toMatchObject({ status: 'RECEIVED', items: [{ resellable: true }] });
  await expect
    .poll(async () => (await read(returnId, mina)).status, { timeout: 5_000, interval: 20 })
    .toBe('REFUNDED');
  const source =
    'query ($id: ID!) { order(id: $id) { returns { id } timeline { __typename ... on ReturnReached { status return { id } } } } }';
  const { returns, timeline } = (await stage.ask(source, { id: order.id }, mina.token)).order;
  expect(returns).toEqual([{ id: returnId }]);
  expect(
    timeline.filter(({ __typename }: { __typename: string }) => __typename === 'ReturnReached'),
  ).toEqual(
    ['REQUESTED', 'APPROVED', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED'].map((status) => ({
      ...{ __typename: 'ReturnReached', status, return: { id: returnId } },
    })),
  );
});

test('a refused return says why; its units can be asked for again', async () => {
  const returnId = await requested(4);
  expect(await act('requestReturn', mina, wish(1))).toMatchObject({
    ...{ __typename: 'OrderActionRefused', code: 'MORE_THAN_SHIPPED' },
    english: 'These are more than arrived, or are being returned already.',
    korean: expect.stringContaining('수량'),
  });
  const rejected = await act('rejectReturn', sam, { returnId, reason: 'It was worn' });
  expect(rejected).toMatchObject({ status: 'REJECTED', rejectionReason: 'It was worn' });
  expect(await act('approveReturn', sam, { returnId })).toMatchObject({ code: 'OUT_OF_TURN' });
  expect(await act('requestReturn', mina, wish(1))).toMatchObject({ __typename: 'Return' });
});

test('within one request, each reply reads what was written just before it', async () => {
  const returnId = await requested(1);
  const both = `mutation ($id: ID!) {
    approved: approveReturn(input: { returnId: $id, idempotencyKey: "${newKey()}" }) { ${RESULT} }
    sent: markReturnSent(input: { returnId: $id, idempotencyKey: "${newKey()}" }) { ${RESULT} }
  } ${RETURN}`;
  expect(await stage.ask(both, { id: returnId }, sam.token)).toMatchObject({
    approved: { status: 'APPROVED', version: 2 },
    sent: { status: 'IN_TRANSIT', version: 3 },
  });
});

test('the same key asks once', async () => {
  const idempotencyKey = newKey();
  const first = await act('requestReturn', mina, wish(1, { idempotencyKey }));
  expect(await act('requestReturn', mina, wish(1, { idempotencyKey }))).toEqual(first);
  expect(await codes('requestReturn', mina, wish(2, { idempotencyKey }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED',
  ]);
});

test('before it arrives nothing goes back', async () => {
  const other = await stage.bought(mina);
  expect(await act('requestReturn', mina, wish(1, { orderId: other.id }))).toMatchObject({
    code: 'NOT_RETURNABLE',
  });
});

test('everybody does what is theirs to do, and nobody learns of others', async () => {
  const { id: returnId } = (
    await stage.ask(
      'query ($id: ID!) { order(id: $id) { returns { id } } }',
      { id: order.id },
      mina.token,
    )
  ).order.returns[0];
  expect(await codes('requestReturn', jun, wish())).toEqual(['NOT_FOUND']);
  expect(await codes('requestReturn', null, wish())).toEqual(['UNAUTHENTICATED']);
  expect(await codes('approveReturn', mina, { returnId })).toEqual(['FORBIDDEN']);
  expect(await codes('rejectReturn', wade, { returnId, reason: 'No' })).toEqual(['FORBIDDEN']);
  expect(await codes('receiveReturn', sam, { returnId, resellable: [] })).toEqual(['FORBIDDEN']);
  expect(await codes('markReturnSent', jun, { returnId })).toEqual(['NOT_FOUND']);
  expect(await codes('approveReturn', sam, { returnId: newId() })).toEqual(['NOT_FOUND']);
  expect(await read(returnId, jun)).toBeNull();
  const { data } = await stage.entities(
    [{ __typename: 'Return', id: returnId }],
    '... on Return { status }',
    jun.token,
  );
  expect(data._entities).toEqual([null]);
  expect(await stage.codes('{ returns { nodes { id } } }', {}, mina.token)).toEqual(['FORBIDDEN']);
});

test('support pages through everybody’s returns, newest first', async () => {
  const page = async (after: string | null, status: string[] | null = null) =>
    (
      await stage.ask(
        'query ($after: String, $status: [ReturnStatus!]) { returns(first: 3, after: $after, status: $status) { nodes { id status } pageInfo { hasNextPage endCursor } } }',
        { after, status },
        sam.token,
      )
    ).returns;
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  const seen = [...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id);
  expect(new Set(seen).size).toBe(5);
  expect(second.pageInfo.hasNextPage).toBe(false);
  const { nodes } = await page(null, ['REJECTED']);
  expect(nodes.map(({ status }: { status: string }) => status)).toEqual(['REJECTED']);
  expect(await stage.codes('{ returns(status: []) { nodes { id } } }', {}, sam.token)).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('statements do not grow with the returns and the steps of a page', async () => {
  for (let buys = 0; buys < 2; buys += 1) {
    const bought = await stage.bought(jun);
    await stage.delivered(bought, jun);
    await act('requestReturn', jun, wish(1, { orderId: bought.id }));
  }
  const cost = async (first: number) => {
    const before = await stage.statements();
    await stage.ask(
      `query ($first: Int) { orders(first: $first) { nodes {
         availableActions returns { items { orderLine { sku } } availableActions order { number } }
         timeline { __typename at ... on SagaStep { step } ... on ReturnReached { return { id } } } } } }`,
      { first },
      sam.token,
    );
    return (await stage.statements()) - before;
  };
  const ofOne = await cost(1);
  expect(await cost(100)).toBe(ofOne);
  expect(ofOne).toBe(8);
});
