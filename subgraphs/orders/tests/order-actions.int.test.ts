import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CheckoutStage, newKey, openCheckoutStage } from './checkout-stage.ts';
import { CARDS } from './neighbours.ts';
import type { Person } from './stage.ts';

const CANCEL = /* GraphQL */ `
  mutation ($input: CancelOrderInput!) {
    cancelOrder(input: $input) {
      __typename
      ... on Order { id status rejectionReason availableActions version }
      ... on OrderActionRefused { code english: message korean: message(locale: KO) }
    }
  }
`;
const TIMELINE = /* GraphQL */ `
  query ($id: ID!) {
    order(id: $id) {
      timeline {
        __typename at
        ... on StatusReached { status }
        ... on SagaStep { input step compensation told traceId }
        ... on ReturnReached { returned: status return { id } }
      }
    }
  }
`;

let stage: CheckoutStage;
let mina: Person;
let jun: Person;
let sam: Person;
let wade: Person;
beforeAll(async () => {
  stage = await openCheckoutStage();
  [mina, jun, sam, wade] = await Promise.all([
    stage.person(),
    stage.person(),
    stage.person(['support']),
    stage.person(['warehouse']),
  ]);
});
afterAll(() => stage?.close());

const cancellation = (orderId: string) => ({
  input: { orderId, reason: 'Changed my mind', idempotencyKey: newKey() },
});
const cancel = async (orderId: string, { token }: Person) =>
  (await stage.ask(CANCEL, cancellation(orderId), token)).cancelOrder;
const actions = async (id: string, { token }: Person): Promise<string[]> => {
  const source = 'query ($id: ID!) { order(id: $id) { availableActions } }';
  return (await stage.ask(source, { id }, token)).order.availableActions;
};
const timelineOf = async (id: string) =>
  (await stage.ask(TIMELINE, { id }, mina.token)).order.timeline;

test('a confirmed order is recalled first, and then cancelled', async () => {
  const { id } = await stage.bought(mina);
  const variables = cancellation(id);
  const { cancelOrder: first } = await stage.ask(CANCEL, variables, mina.token);
  expect(first).toMatchObject({
    __typename: 'Order',
    status: 'CANCELLING',
    rejectionReason: 'Changed my mind',
    availableActions: [],
  });
  await stage.reaches(id, mina, 'CANCELLED');
  const { cancelOrder: again } = await stage.ask(CANCEL, variables, mina.token);
  expect(again).toMatchObject({ __typename: 'Order', id, status: 'CANCELLED' });
  const other = { input: { ...variables.input, reason: 'Too dear' } };
  expect(await stage.codes(CANCEL, other, mina.token)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
});

test('what has left is not cancelled any more, in both languages', async () => {
  const order = await stage.bought(mina);
  await stage.delivered(order, mina);
  expect(await cancel(order.id, mina)).toEqual({
    __typename: 'OrderActionRefused',
    code: 'NOT_CANCELLABLE',
    english: 'The order cannot be cancelled any more.',
    korean: '더 이상 취소할 수 없는 주문입니다.',
  });
});

test("somebody else's order is not there to be cancelled; support may cancel it", async () => {
  const { id } = await stage.bought(mina);
  expect(await stage.codes(CANCEL, cancellation(id), jun.token)).toEqual(['NOT_FOUND']);
  expect(await stage.codes(CANCEL, cancellation(id), wade.token)).toEqual(['NOT_FOUND']);
  expect(await stage.codes(CANCEL, cancellation(id))).toEqual(['UNAUTHENTICATED']);
  expect(await cancel(id, sam)).toMatchObject({ __typename: 'Order', status: 'CANCELLING' });
});

test('what may be done depends on how far the order is, and on who asks', async () => {
  const order = await stage.bought(mina);
  expect(await actions(order.id, mina)).toEqual(['CANCEL']);
  expect(await actions(order.id, sam)).toEqual(['CANCEL']);
  expect(await actions(order.id, wade)).toEqual(['DISPATCH']);
  const shipmentId = await stage.neighbours.dispatch(order.id, [
    { orderLineNumber: 1, quantity: 1 },
  ]);
  await stage.reaches(order.id, mina, 'PARTIALLY_SHIPPED');
  expect(await actions(order.id, mina)).toEqual([]);
  expect(await actions(order.id, wade)).toEqual(['DISPATCH', 'MARK_DELIVERED']);
  const rest = await stage.neighbours.dispatch(order.id, [{ orderLineNumber: 1, quantity: 1 }]);
  await stage.reaches(order.id, mina, 'SHIPPED');
  expect(await actions(order.id, wade)).toEqual(['MARK_DELIVERED']);
  await stage.neighbours.deliver(order.id, shipmentId);
  await stage.neighbours.deliver(order.id, rest);
  await stage.reaches(order.id, mina, 'DELIVERED');
  expect(await actions(order.id, mina)).toEqual(['REQUEST_RETURN']);
  expect(await actions(order.id, wade)).toEqual([]);
});

test('the timeline tells every step of the checkout beside the statuses that it led to', async () => {
  const { id } = await stage.bought(mina);
  const timeline = await timelineOf(id);
  expect(timeline.filter(isStatus).map(({ status }: { status: string }) => status)).toEqual([
    ...['PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED'],
  ]);
  const steps = timeline.filter(isStep);
  expect(steps[0]).toMatchObject({ input: 'Place', step: 'PRICING', compensation: false });
  expect(steps.at(-1)).toMatchObject({
    ...{ input: 'PaymentAuthorized', step: 'FULFILLING', compensation: false },
    told: ['OrderConfirmed'],
  });
  const instants = timeline.map(({ at }: { at: string }) => Date.parse(at));
  expect(instants).toEqual(instants.toSorted((a: number, b: number) => a - b));
});

test('the timeline says what was undone, and in which trace it began', async () => {
  const trace = 'a'.repeat(32);
  await stage.fill(mina);
  const { payload } = await stage.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      authorization: `Bearer ${mina.token}`,
      traceparent: `00-${trace}-${'b'.repeat(16)}-01`,
    },
    payload: {
      query:
        'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on PaymentDeclined { order { id } } } }',
      variables: { input: stage.orderInput({ paymentMethod: CARDS.empty }) },
    },
  });
  const { id } = JSON.parse(payload).data.placeOrder.order;
  const timeline = await timelineOf(id);
  expect(timeline.filter(isStatus).at(-1)).toMatchObject({ status: 'REJECTED' });
  const steps = timeline.filter(isStep);
  expect(steps[0]).toMatchObject({ input: 'Place', traceId: trace });
  expect(steps.find(({ input }: { input: string }) => input === 'PaymentDeclined')).toMatchObject({
    compensation: true,
    told: ['OrderCancelled'],
    traceId: trace,
  });
});

const isStep = ({ __typename }: { __typename: string }) => __typename === 'SagaStep';
const isStatus = ({ __typename }: { __typename: string }) => __typename === 'StatusReached';
