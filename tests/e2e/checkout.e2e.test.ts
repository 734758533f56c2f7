import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ask, codesOf, MINA, signIn } from './client.ts';
import {
  act,
  becomes,
  type Good,
  place,
  type Shopper,
  shelf,
  shopper,
  stocked,
  stockOf,
  told,
} from './shopping.ts';

let sam: string;
let wade: string;
let goods: Good[];
beforeAll(async () => {
  [sam, wade, goods] = await Promise.all([
    signIn('sam@souk.example'),
    signIn('wade@souk.example'),
    shelf(),
  ]);
});

/** Each test has a variant of its own, so that it can count it. */
const good = (index: number): Good => {
  const found = goods[index];
  if (found === undefined) throw new Error('the shop has too little to sell');
  return found;
};

/** The order's parcel, once there is one. */
async function parcelOf(orderId: string, buyer: Shopper): Promise<string> {
  await becomes(orderId, buyer, 'shipments { status }', { shipments: [{ status: 'PENDING' }] });
  const { order } = await told(
    'query ($id: ID!) { order(id: $id) { shipments { id } } }',
    { id: orderId },
    buyer.token,
  );
  return order.shipments[0].id;
}

const moved = (field: string, input: object) =>
  act(
    field,
    field === 'packShipment' ? 'PackShipmentInput' : 'ShipmentActionInput',
    input,
    '... on Shipment { status trackingNumber } ... on ShipmentActionRefused { code }',
    wade,
  );

test('an order from the cart to the refund of what came back', async () => {
  const mug = good(0);
  const before = await stockOf(mug);
  const buyer = await shopper(mug, 2);
  const { token } = buyer;
  const order = await place(buyer);
  expect(order).toMatchObject({ __typename: 'Order', status: 'CONFIRMED' });
  const { id, total, lines } = order;
  await becomes(id, buyer, 'payment { status amount { amount } } availableActions', {
    payment: { status: 'AUTHORIZED', amount: { amount: total.amount } },
    availableActions: ['CANCEL'],
  });
  await stocked(mug, before - 2);

  const shipmentId = await parcelOf(id, buyer);
  expect(await moved('packShipment', { shipmentId })).toMatchObject({ status: 'LABEL_CREATED' });
  expect(await moved('dispatchShipment', { shipmentId })).toMatchObject({ status: 'IN_TRANSIT' });
  await becomes(id, buyer, 'status payment { status captured { amount } }', {
    status: 'SHIPPED',
    payment: { status: 'CAPTURED', captured: { amount: total.amount } },
  });
  expect(await moved('deliverShipment', { shipmentId })).toMatchObject({ status: 'DELIVERED' });
  await becomes(id, buyer, 'status availableActions', {
    ...{ status: 'DELIVERED', availableActions: ['REQUEST_RETURN'] },
  });

  const status = '... on Return { id status refund { amount } } ... on OrderActionRefused { code }';
  const items = lines.map(({ number, quantity }: { number: number; quantity: number }) => ({
    ...{ lineNumber: number, quantity },
  }));
  const wish = { orderId: id, items, reason: 'It leaks' };
  const asked = await act('requestReturn', 'RequestReturnInput', wish, status, token);
  expect(asked).toMatchObject({ __typename: 'Return', status: 'REQUESTED' });
  const returnId = asked.id;
  expect(await act('approveReturn', 'ApproveReturnInput', { returnId }, status, sam)).toMatchObject(
    { status: 'APPROVED' },
  );
  const receipt = { returnId, resellable: [1] };
  expect(await act('receiveReturn', 'ReceiveReturnInput', receipt, status, wade)).toMatchObject({
    status: 'RECEIVED',
  });
  await becomes(id, buyer, 'returns { status } payment { status refunded { amount } }', {
    returns: [{ status: 'REFUNDED' }],
    payment: { status: 'PARTIALLY_REFUNDED', refunded: { amount: asked.refund.amount } },
  });
  await stocked(mug, before);

  const { order: story } = await told(
    `query ($id: ID!) { order(id: $id) { timeline {
       __typename ... on StatusReached { status } ... on SagaStep { step told traceId } ... on ReturnReached { returned: status } } } }`,
    { id },
    token,
  );
  const reached = story.timeline.flatMap(
    (entry: { status?: string; returned?: string }) => entry.status ?? entry.returned ?? [],
  );
  expect(reached).toEqual([
    ...['PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED', 'SHIPPED', 'DELIVERED'],
    ...['REQUESTED', 'APPROVED', 'RECEIVED', 'REFUNDED'],
  ]);
  const first = story.timeline.find(({ told: said }: { told?: string[] }) =>
    said?.includes('PaymentRequested'),
  );
  expect(first.traceId).toMatch(/^[0-9a-f]{32}$/);
});

test('a customer cancels: the money is free, the stock is back, the parcel never leaves', async () => {
  const mug = good(1);
  const before = await stockOf(mug);
  const buyer = await shopper(mug, 1);
  const { id } = await place(buyer);
  const reason = 'Changed my mind';
  const selection = '... on Order { status } ... on OrderActionRefused { code }';
  const input = { orderId: id, reason };
  const cancelled = await act('cancelOrder', 'CancelOrderInput', input, selection, buyer.token);
  expect(cancelled).toMatchObject({ __typename: 'Order', status: 'CANCELLING' });
  await becomes(id, buyer, 'status rejectionReason payment { status } shipments { status }', {
    ...{ status: 'CANCELLED', rejectionReason: reason, payment: { status: 'VOIDED' } },
  });
  await stocked(mug, before);
});

test('a refused card leaves nothing behind, and a tunnel orders once', async () => {
  const mug = good(2);
  const before = await stockOf(mug);
  const buyer = await shopper(mug, 1);
  const refused = await place(buyer, {
    paymentMethod: 'pm_card_visa_chargeDeclinedInsufficientFunds',
  });
  expect(refused).toMatchObject({
    ...{ __typename: 'PaymentDeclined', declineCode: 'insufficient_funds' },
    message: '카드 한도 또는 잔액이 부족합니다.',
    order: { status: 'REJECTED' },
  });
  await stocked(mug, before);
  const idempotencyKey = randomUUID();
  const [first, second] = await Promise.all([
    place(buyer, { idempotencyKey }),
    place(buyer, { idempotencyKey }),
  ]);
  expect(first).toMatchObject({ __typename: 'Order', status: 'CONFIRMED' });
  expect(second).toEqual(first);
});

test('the bank asks for proof; once it has it, the order is confirmed', async () => {
  const buyer = await shopper(good(3), 1);
  const asked = await place(buyer, { paymentMethod: 'pm_card_authenticationRequired' });
  expect(asked).toMatchObject({
    ...{ __typename: 'PaymentActionRequired', order: { status: 'STOCK_RESERVED' } },
  });
  await becomes(asked.order.id, buyer, 'payment { actionUrl availableActions }', {
    payment: { actionUrl: asked.actionUrl, availableActions: ['AUTHENTICATE'] },
  });
  await fetch(asked.actionUrl, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ answer: 'approve' }),
  });
  await becomes(asked.order.id, buyer, 'status payment { status }', {
    ...{ status: 'CONFIRMED', payment: { status: 'AUTHORIZED' } },
  });
});

test('in two parcels: each is paid for as it leaves, together exactly the total; support gives some back', async () => {
  const buyer = await shopper(good(5), 3);
  const { id, total } = await place(buyer);
  const first = await parcelOf(id, buyer);
  const items = [{ orderLineNumber: 1, quantity: 1 }];
  expect(await moved('packShipment', { shipmentId: first, items })).toMatchObject({
    status: 'LABEL_CREATED',
  });
  await moved('dispatchShipment', { shipmentId: first });
  await becomes(id, buyer, 'status payment { status }', {
    ...{ status: 'PARTIALLY_SHIPPED', payment: { status: 'PARTIALLY_CAPTURED' } },
  });
  const { order } = await told(
    'query ($id: ID!) { order(id: $id) { payment { id captured { amount } } shipments { id status } } }',
    { id },
    buyer.token,
  );
  expect(order.payment.captured.amount).toBeGreaterThan(0);
  expect(order.payment.captured.amount).toBeLessThan(total.amount);
  const rest = order.shipments.find(({ status }: { status: string }) => status === 'PENDING').id;
  await moved('packShipment', { shipmentId: rest });
  await moved('dispatchShipment', { shipmentId: rest });
  await becomes(id, buyer, 'status payment { status captured { amount } }', {
    status: 'SHIPPED',
    payment: { status: 'CAPTURED', captured: { amount: total.amount } },
  });

  const { id: paymentId } = order.payment;
  const refund = (amount: number) =>
    act(
      'refundPayment',
      'RefundPaymentInput',
      { paymentId, amount, reason: 'A scratch' },
      '... on RefundRefused { code }',
      sam,
    );
  expect(await refund(total.amount + 1)).toMatchObject({ code: 'MORE_THAN_REFUNDABLE' });
  expect(await refund(500)).toMatchObject({ __typename: 'Payment' });
  await becomes(id, buyer, 'payment { status refunded { amount } }', {
    payment: { status: 'PARTIALLY_REFUNDED', refunded: { amount: 500 } },
  });
});

test('what is wrong with a cart is said before anything is ordered', async () => {
  const mina = { token: await signIn(MINA), id: '' };
  expect(await place(mina)).toMatchObject({ __typename: 'PricesChanged', order: null });
  const buyer = await shopper(good(4), 1);
  expect(await place(buyer, { couponCode: 'NO-SUCH' })).toMatchObject({
    ...{ __typename: 'CouponRefused', order: null },
  });
  const scarce = goods.find(({ available }) => available < 99) ?? good(6);
  const available = await stockOf(scarce);
  const short = await place(await shopper(scarce, 99));
  expect(short).toMatchObject({
    __typename: 'ItemsOutOfStock',
    shortages: [{ requested: 99, available, variant: { sku: expect.stringMatching(/\S/) } }],
  });
  const guest = await ask(
    'mutation { cancelOrder(input: { orderId: "01900000-0002-7000-8000-00000000000a", reason: "x", idempotencyKey: "12345678" }) { __typename } }',
  );
  expect(codesOf(guest)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
});
