import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOWHERE } from './catalogue.ts';
import { ADDRESS, type CheckoutStage, newKey, openCheckoutStage, PLACE } from './checkout-stage.ts';
import { ACTION_URL, CARDS } from './neighbours.ts';
import type { Person } from './stage.ts';

let stage: CheckoutStage;
let mina: Person;
beforeAll(async () => {
  stage = await openCheckoutStage();
});
afterAll(() => stage?.close());

/** Somebody with nothing in her cart. */
const somebody = async () => {
  mina = await stage.person();
  return mina;
};
const cartSize = async (person: Person): Promise<number> =>
  (await stage.cartOf(null, person.token))?.totalQuantity ?? 0;

test('what is in the cart is bought: the order is confirmed and the cart is empty', async () => {
  await somebody();
  await stage.fill(mina, 2);
  const order = await stage.place(mina, { shippingMethod: 'EXPRESS' });
  expect(order).toMatchObject({
    __typename: 'Order',
    status: 'CONFIRMED',
    number: expect.stringMatching(/^SK-\d{4}-\d{6,}$/),
    shippingMethod: 'EXPRESS',
    couponCode: null,
    rejectionReason: null,
    availableActions: ['CANCEL'],
    subtotal: { amount: 30_000 },
    shippingCost: { amount: 3_000 },
    total: { amount: 33_000 },
    lines: [{ number: 1, title: 'Ink mug', quantity: 2, unitPrice: { amount: 15_000 } }],
  });
  expect(await cartSize(mina)).toBe(0);
});

test('the same key gives the same order again; for something else it is refused', async () => {
  await somebody();
  await stage.fill(mina);
  const input = stage.orderInput();
  const [first, second] = await Promise.all([
    stage.query(PLACE, { input }, mina.token),
    stage.query(PLACE, { input }, mina.token),
  ]);
  expect(first.errors).toBeUndefined();
  expect(second.data.placeOrder).toEqual(first.data.placeOrder);
  const later = await stage.query(PLACE, { input }, mina.token);
  expect(later.data.placeOrder).toEqual(first.data.placeOrder);
  expect(
    await stage.codes(PLACE, { input: { ...input, paymentMethod: CARDS.empty } }, mina.token),
  ).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const own =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { orders { nodes { id } } } } }';
  const { data } = await stage.query(
    own,
    { of: [{ __typename: 'User', id: mina.id }] },
    mina.token,
  );
  expect(data._entities[0].orders.nodes).toHaveLength(1);
});

test('a refused card is told in both languages, and the cart stays', async () => {
  await somebody();
  await stage.fill(mina);
  expect(await stage.place(mina, { paymentMethod: CARDS.empty })).toMatchObject({
    __typename: 'PaymentDeclined',
    declineCode: 'insufficient_funds',
    english: 'The card does not have enough funds.',
    korean: '카드 한도 또는 잔액이 부족합니다.',
    order: { status: 'REJECTED', rejectionReason: 'insufficient_funds', availableActions: [] },
  });
  expect(await cartSize(mina)).toBe(2);
  expect(await stage.place(mina)).toMatchObject({ __typename: 'Order', status: 'CONFIRMED' });
});

test('a bank that wants proof sends the customer there; repeated after that, it is an order', async () => {
  await somebody();
  await stage.fill(mina);
  const change = { paymentMethod: CARDS.secured, idempotencyKey: newKey() };
  const asked = await stage.place(mina, change);
  expect(asked).toMatchObject({
    __typename: 'PaymentActionRequired',
    actionUrl: ACTION_URL,
    english: 'Confirm the payment with your bank.',
    order: { status: 'STOCK_RESERVED', availableActions: ['CANCEL'] },
  });
  const { id, total } = asked.order;
  await stage.neighbours.authorize({ orderId: id, amount: total.amount, currency: 'KRW' });
  await stage.reaches(id, mina, 'CONFIRMED');
  expect(await stage.place(mina, change)).toMatchObject({ __typename: 'Order', id });
});

test('what there is too little of is named, with what is left', async () => {
  await somebody();
  const scarce = stage.catalogue.put({ available: 1 });
  await stage.fill(mina, 3, scarce);
  expect(await stage.place(mina)).toMatchObject({
    __typename: 'ItemsOutOfStock',
    shortages: [{ variant: { id: scarce.variantId }, requested: 3, available: 1 }],
    order: { status: 'REJECTED', rejectionReason: 'OUT_OF_STOCK' },
  });
});

test('a price that changed since is named, and nothing is ordered', async () => {
  await somebody();
  const item = await stage.fill(mina);
  stage.catalogue.change(item, { prices: { KRW: 16_000 } });
  expect(await stage.place(mina)).toMatchObject({
    __typename: 'PricesChanged',
    changes: [
      {
        variant: { id: item.variantId },
        was: { amount: 15_000, currency: 'KRW' },
        now: { amount: 16_000 },
      },
    ],
  });
  stage.catalogue.remove(item);
  expect((await stage.place(mina)).changes[0].now).toBeNull();
});

test('a total that is not what the customer was told is no order', async () => {
  await somebody();
  await stage.fill(mina);
  expect(await stage.place(mina, { expectedTotal: 32_999 })).toMatchObject({
    __typename: 'PricesChanged',
    changes: [],
    order: null,
  });
  expect(await stage.place(mina, { expectedTotal: 33_000 })).toMatchObject({
    __typename: 'Order',
    total: { amount: 33_000 },
  });
});

test('an empty cart, and a country where nobody goes, are told as such', async () => {
  await somebody();
  expect(await stage.place(mina)).toMatchObject({
    __typename: 'CartIsEmpty',
    order: null,
    english: 'The cart is empty.',
    korean: '장바구니가 비어 있습니다.',
  });
  await stage.fill(mina);
  expect(
    await stage.place(mina, { shippingAddress: { ...ADDRESS, country: NOWHERE } }),
  ).toMatchObject({ __typename: 'CannotShip', order: null });
});

test('a cart that is being bought is not bought twice', async () => {
  await somebody();
  await stage.fill(mina);
  const slow = await stage.place(mina, { paymentMethod: CARDS.silent });
  expect(slow).toMatchObject({ __typename: 'Order', status: 'STOCK_RESERVED' });
  expect(await stage.place(mina)).toMatchObject({
    __typename: 'CheckoutInProgress',
    order: { id: slow.id },
  });
});

test('a guest signs in first, and what cannot be is refused in words', async () => {
  await somebody();
  expect(await stage.codes(PLACE, { input: stage.orderInput() })).toEqual(['UNAUTHENTICATED']);
  const refused = await stage.query(
    PLACE,
    { input: stage.orderInput({ idempotencyKey: 'short', expectedTotal: -1 }) },
    mina.token,
  );
  expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(refused.errors?.[0]?.message).toContain('idempotencyKey');
  expect(refused.errors?.[0]?.message).toContain('expectedTotal');
});
