import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type PspProcess, receiveWebhooks, startPsp, WEBHOOK_SECRET } from './psp-process.ts';

type Endpoint = Awaited<ReturnType<typeof receiveWebhooks>>;
let psp: PspProcess;
let endpoint: Endpoint;

const open = async (answer = (_count: number) => 200) => {
  await endpoint.restart(answer);
  return psp.stripe();
};
const pay = (stripe: Stripe) =>
  stripe.paymentIntents.create({
    amount: 900,
    currency: 'eur',
    capture_method: 'manual',
    payment_method: 'pm_card_visa',
    confirm: true,
  });
const ids = () => endpoint.received.map(({ event }) => event.id);
const patiently = { timeout: 10_000, interval: 20 };

beforeAll(async () => {
  endpoint = await receiveWebhooks();
  psp = await startPsp({ WEBHOOK_ENDPOINTS: endpoint.url, ALLOW_RESET: '1' });
});
afterEach(() => psp.reset());
afterAll(async () => {
  await psp.close();
  await endpoint.close();
});

test('each fact is told in order, signed so that the SDK accepts it and no forgery', async () => {
  const stripe = await open();
  const { id } = await pay(stripe);
  await stripe.paymentIntents.capture(id);
  await expect
    .poll(() => endpoint.about(id).map(({ event }) => event.type), patiently)
    .toEqual([
      'payment_intent.created',
      'payment_intent.amount_capturable_updated',
      'payment_intent.succeeded',
    ]);
  const [first] = endpoint.about(id);
  const { body = '', signature = '' } = first ?? {};
  const event = stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET);
  expect(event).toMatchObject({ data: { object: { id } } });
  expect(event.request?.idempotency_key).toBeTruthy();
  const forged = body.replace('900', '901');
  expect(() => stripe.webhooks.constructEvent(forged, signature, WEBHOOK_SECRET)).toThrow();
  expect(() => stripe.webhooks.constructEvent(body, signature, 'whsec_other')).toThrow();
  const listed = await stripe.events.list({ type: 'payment_intent.succeeded' });
  expect(listed.data.map(({ id: each }) => each)).toEqual([endpoint.about(id)[2]?.event.id]);
  expect(await stripe.events.retrieve(event.id)).toMatchObject({ type: event.type });
});

test('declines, cancellations and refunds are told as well', async () => {
  const stripe = await open();
  const method = { payment_method: 'pm_card_visa_chargeDeclined' };
  const { id } = await stripe.paymentIntents.create({ amount: 1, currency: 'eur' });
  await expect(stripe.paymentIntents.confirm(id, method)).rejects.toThrow();
  await stripe.paymentIntents.cancel(id);
  const paid = await pay(stripe);
  await stripe.paymentIntents.capture(paid.id);
  await stripe.refunds.create({ payment_intent: paid.id });
  const types = () => endpoint.received.map(({ event }) => event.type);
  await expect
    .poll(types, patiently)
    .toEqual(
      expect.arrayContaining([
        'payment_intent.payment_failed',
        'payment_intent.canceled',
        'refund.created',
      ]),
    );
});

test('an endpoint that fails is tried again with the same event', async () => {
  const stripe = await open((count) => (count <= 4 ? 503 : 200));
  await pay(stripe);
  await expect.poll(() => new Set(ids()).size, patiently).toBe(2);
  expect(endpoint.attempts()).toBeGreaterThanOrEqual(6);
});

test('what was not taken before a crash is sent after it, and what was taken is not', async () => {
  let broken = false;
  const stripe = await open(() => (broken ? 500 : 200));
  await pay(stripe);
  await expect.poll(() => ids().length, patiently).toBe(2);
  // Their acknowledgements are on disk once a later change is.
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur' });
  await expect.poll(() => ids().length, patiently).toBe(3);
  broken = true;
  const { id } = await stripe.paymentIntents.create({ amount: 2, currency: 'eur' });
  await expect.poll(() => endpoint.attempts(), patiently).toBeGreaterThanOrEqual(4);
  await psp.kill();
  broken = false;
  await psp.restart();
  await expect.poll(() => endpoint.about(id).length, patiently).toBe(1);
  expect(new Set(ids()).size).toBe(4);
});

test('duplicates keep the id of their event', async () => {
  const stripe = await open();
  await psp.faults({ duplicateWebhooks: 1 });
  await pay(stripe);
  await expect.poll(() => ids().length, patiently).toBe(4);
  expect(new Set(ids()).size).toBe(2);
});

test('reordered webhooks overtake each other, and all arrive', async () => {
  const stripe = await open();
  await psp.faults({ reorderWebhooks: 0.5, seed: 3 });
  const sent: string[] = [];
  for (let count = 0; count < 5; count += 1) sent.push((await pay(stripe)).id);
  await expect.poll(() => new Set(ids()).size, patiently).toBe(10);
  const { data } = await stripe.events.list({ limit: 100 });
  expect(ids()).not.toEqual(data.map(({ id }) => id).toReversed());
  expect(ids().toSorted()).toEqual(data.map(({ id }) => id).toSorted());
});

test('webhooks lost on their way are sent again', async () => {
  const stripe = await open();
  await psp.faults({ dropWebhooks: 1 });
  await pay(stripe);
  await expect.poll(() => endpoint.attempts(), { timeout: 300 }).toBe(0);
  await psp.faults({ dropWebhooks: 0.5 });
  await expect.poll(() => new Set(ids()).size, patiently).toBe(2);
});
