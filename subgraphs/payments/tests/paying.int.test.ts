import { newId } from '@souk/platform/ids';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
const calm = () =>
  shop.psp.faults({
    ...{ errorRate: 0, loseReplyAfterCharge: 0, duplicateWebhooks: 0, reorderWebhooks: 0 },
    ...{ dropWebhooks: 0, latencyMs: 0 },
  });
afterEach(calm);
afterAll(() => shop?.close());

const HELD = 'payment-authorized';
const TAKEN = 'payment-captured';
const LET_GO = 'payment-voided';
const held = async (orderId = newId(), amount = 900, method = 'pm_card_visa') => {
  await shop.orders.pay(orderId, amount, method);
  await shop.orders.hear(orderId, 1);
  return orderId;
};
const taken = async (method = 'pm_card_visa') => {
  const orderId = await held(newId(), 900, method);
  await shop.orders.capture(orderId, newId(), 900);
  await shop.orders.hear(orderId, 2);
  return orderId;
};

test('an order is held, taken parcel by parcel, and partly given back, and others are told', async () => {
  const { orders, moves, row } = shop;
  const orderId = await held();
  const [first, second, refundId] = [newId(), newId(), newId()];
  await orders.capture(orderId, first, 300);
  await orders.capture(orderId, second, 600);
  await orders.refund(orderId, refundId, 100);
  expect(await orders.hear(orderId, 4)).toEqual([HELD, TAKEN, TAKEN, 'refund-succeeded']);
  const [, one, two, back] = orders.about(orderId);
  expect(one?.data).toMatchObject({ shipmentId: first, amount: 300, currency: 'EUR' });
  expect(two?.data).toMatchObject({ shipmentId: second, amount: 600 });
  expect(back?.data).toMatchObject({ refundId, amount: 100 });
  const moved = ['authorization 900', 'capture 300', 'capture 600', 'refund 100'];
  expect(await moves(orderId)).toEqual(moved);
  expect(await row(orderId)).toMatchObject({
    ...{ status: 'PARTIALLY_REFUNDED', captured_amount: 900, refunded_amount: 100 },
    ...{ card_last4: '4242', provider_reference: expect.stringMatching(/^pi_/) },
  });
});

test('a declined card is told with its reason, and so is a means of payment that is none', async () => {
  const poor = newId();
  await shop.orders.pay(poor, 900, 'pm_card_visa_chargeDeclinedInsufficientFunds');
  expect(await shop.orders.hear(poor, 1)).toEqual(['payment-declined']);
  expect(shop.orders.about(poor)[0]?.data).toMatchObject({ code: 'insufficient_funds' });
  expect(await shop.row(poor)).toMatchObject({ status: 'DECLINED' });
  const wrong = newId();
  await shop.orders.pay(wrong, 900, 'pm_nothing');
  expect(await shop.orders.hear(wrong, 1)).toEqual(['payment-declined']);
});

test.each([
  ['approve', HELD, 'AUTHORIZED'],
  ['decline', 'payment-declined', 'DECLINED'],
])(
  '3-D Secure: only the payer is told where, and %s is learned from a webhook',
  async (answer, told, status) => {
    const { stage, psp, orders } = shop;
    const orderId = await held(newId(), 900, 'pm_card_authenticationRequired');
    const source = `query ($id: ID!) { _entities(representations: [{ __typename: "Order", id: $id }]) {
    ... on Order { payment { actionUrl availableActions } } } }`;
    const seen = async (token: string) =>
      (await stage.query(source, { id: orderId }, token)).data._entities[0].payment;
    const { actionUrl, availableActions } = await seen(stage.tokens.owner);
    expect(availableActions).toEqual(['AUTHENTICATE']);
    expect(await seen(stage.tokens.support)).toEqual({ actionUrl: null, availableActions: [] });
    expect(orders.about(orderId)[0]?.data).toMatchObject({ actionUrl });
    const path = new URL(actionUrl).pathname;
    await fetch(psp.url + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ answer }),
    });
    expect(await orders.hear(orderId, 2)).toEqual(['payment-action-required', told]);
    expect(await shop.row(orderId)).toMatchObject({ status, action_url: null });
  },
);

test('a void is answered every time, also where nothing was asked for, and lets the money go once', async () => {
  const { orders, moves } = shop;
  const unknown = newId();
  await orders.letGo(unknown);
  expect(await orders.hear(unknown, 1)).toEqual([LET_GO]);
  expect(orders.about(unknown)[0]?.data).toEqual({ orderId: unknown, paymentId: null });
  const orderId = await held();
  await orders.letGo(orderId);
  const again = await orders.letGo(orderId);
  expect(await orders.hear(orderId, 3)).toEqual([HELD, LET_GO, LET_GO]);
  expect(orders.about(orderId)[2]?.causationid).toBe(again);
  expect(await moves(orderId)).toEqual(['authorization 900', 'release 900']);
});

test('a void that overtakes nothing: it waits for the hold that was asked for before it', async () => {
  const { orders, psp } = shop;
  await psp.faults({ latencyMs: 150 });
  const orderId = newId();
  await orders.pay(orderId);
  await orders.letGo(orderId);
  expect(await orders.hear(orderId, 2)).toEqual([HELD, LET_GO]);
});

test('a void after a part was taken lets go of the rest', async () => {
  const { orders, moves, row } = shop;
  const orderId = await held();
  await orders.capture(orderId, newId(), 300);
  await orders.letGo(orderId);
  expect(await orders.hear(orderId, 3)).toEqual([HELD, TAKEN, LET_GO]);
  expect(await moves(orderId)).toEqual(['authorization 900', 'capture 300', 'release 600']);
  expect(await row(orderId)).toMatchObject({ status: 'CAPTURED', captured_amount: 300 });
});

test('what is asked for again is told again and done once', async () => {
  const { orders, moves } = shop;
  const orderId = await held();
  const [shipment, refundId] = [newId(), newId()];
  for (let time = 0; time < 2; time += 1) await orders.capture(orderId, shipment, 900);
  for (let time = 0; time < 2; time += 1) await orders.refund(orderId, refundId, 900);
  const back = 'refund-succeeded';
  expect(await orders.hear(orderId, 5)).toEqual([HELD, TAKEN, TAKEN, back, back]);
  expect(await moves(orderId)).toEqual(['authorization 900', 'capture 900', 'refund 900']);
});

test('more than was taken is not given back', async () => {
  const orderId = await taken();
  await shop.orders.refund(orderId, newId(), 901);
  expect(await shop.orders.hear(orderId, 3)).toEqual([HELD, TAKEN, 'refund-failed']);
  expect(await shop.moves(orderId)).toEqual(['authorization 900', 'capture 900']);
});

test('a refund that takes its time is told when it is there, also when no webhook ever comes', async () => {
  const { orders, psp, row } = shop;
  const orderId = await taken('pm_card_pendingRefund');
  await psp.faults({ dropWebhooks: 1 });
  await orders.refund(orderId, newId(), 400);
  expect(await orders.hear(orderId, 3)).toEqual([HELD, TAKEN, 'refund-succeeded']);
  expect(await row(orderId)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
});

test('a refund that the bank takes back is told as failed, and the ledger follows', async () => {
  const { orders, moves, row } = shop;
  const orderId = await taken('pm_card_refundFail');
  await orders.refund(orderId, newId(), 400);
  expect(await orders.hear(orderId, 4)).toEqual([
    ...[HELD, TAKEN, 'refund-succeeded', 'refund-failed'],
  ]);
  expect((await moves(orderId)).slice(2)).toEqual(['refund 400', 'refund_reversal 400']);
  expect(await row(orderId)).toMatchObject({ status: 'CAPTURED', refunded_amount: 0 });
});

const stormy: string[] = [];
test.each([
  ['answers that are lost after the money moved', { loseReplyAfterCharge: 0.7, seed: 3 }],
  ['a provider that fails half of the time', { errorRate: 0.5, seed: 4 }],
  [
    'webhooks that come twice and overtake each other',
    { duplicateWebhooks: 1, reorderWebhooks: 0.5 },
  ],
])('with %s, everything still happens once', async (_, faults) => {
  const { orders, psp, moves } = shop;
  await psp.faults(faults);
  const ids = Array.from({ length: 6 }, () => newId());
  stormy.push(...ids);
  await Promise.all(ids.map((id) => orders.pay(id)));
  await Promise.all(ids.map((id) => orders.capture(id, newId(), 400)));
  await Promise.all(ids.map((id) => orders.refund(id, newId(), 150)));
  for (const id of ids) {
    expect(await orders.hear(id, 3)).toEqual([HELD, TAKEN, 'refund-succeeded']);
  }
  await calm();
  for (const id of ids) {
    expect(await moves(id)).toEqual(['authorization 900', 'capture 400', 'refund 150']);
  }
});

test('our ledger says what the provider’s says, and sums to zero', async () => {
  const { totals } = await shop.psp.ledger();
  const rows = await shop.stage.sql<{ account: string; amount: number }[]>`
    select account, sum(amount)::int as amount from ledger_entries group by account`;
  const ours = Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
  expect(ours.CARD_HOLDS).toBe(totals.eur?.balances.held);
  expect(ours.PROVIDER_CLEARING).toBe(totals.eur?.balances.merchant);
  expect(-(ours.SALES ?? 0)).toBe(totals.eur?.capture);
  expect(Object.values(ours).reduce((sum, each) => sum + each, 0)).toBe(0);
});

test('every task is done in the end, and nothing was told twice', async () => {
  const left = () => shop.stage.sql`select kind, last_error from provider_tasks`;
  await expect.poll(left, { timeout: 5_000 }).toEqual([]);
  for (const id of stormy) expect(shop.orders.about(id)).toHaveLength(3);
});
