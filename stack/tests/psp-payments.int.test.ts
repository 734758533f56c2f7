import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_KEY, type PspProcess, startPsp } from './psp-process.ts';

let psp: PspProcess;
let stripe: ReturnType<PspProcess['stripe']>;
const manual = { amount: 1_000, currency: 'usd', capture_method: 'manual' } as const;
const held = { ...manual, payment_method: 'pm_card_visa', confirm: true } as const;
const movesOf = async (id: string) =>
  (await psp.ledger()).movements
    .filter(({ paymentIntent }) => paymentIntent === id)
    .map(({ kind, amount }) => [kind, amount]);

beforeAll(async () => {
  psp = await startPsp();
  stripe = psp.stripe();
});
afterAll(() => psp.close());

describe('payment intents', () => {
  test('a payment is authorized, captured and refunded, and each step moves money once', async () => {
    const intent = await stripe.paymentIntents.create({
      ...held,
      metadata: { order_id: 'o-1' },
      expand: ['latest_charge', 'payment_method'],
    });
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 1_000,
      metadata: { order_id: 'o-1' },
      payment_method: { card: { brand: 'visa', last4: '4242' } },
      latest_charge: { payment_method_details: { card: { last4: '4242' } } },
    });
    const captured = await stripe.paymentIntents.capture(intent.id);
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1_000 });
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 300 });
    expect(refund).toMatchObject({ status: 'succeeded', amount: 300 });
    await stripe.refunds.create({ payment_intent: intent.id });
    expect(await movesOf(intent.id)).toEqual([
      ['authorization', 1_000],
      ['capture', 1_000],
      ['refund', 300],
      ['refund', 700],
    ]);
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    const { data } = await stripe.refunds.list({ payment_intent: intent.id });
    expect(data.map(({ amount }) => amount)).toEqual([700, 300]);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ amount: 300 });
  });

  test('an intent is created first and confirmed later', async () => {
    const { id, status } = await stripe.paymentIntents.create(manual);
    expect(status).toBe('requires_payment_method');
    await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' });
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'requires_capture' });
  });

  test('without manual capture the money is taken at once', async () => {
    const intent = await stripe.paymentIntents.create({ ...held, capture_method: 'automatic' });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 1_000 });
  });

  test('a partial capture releases the rest', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    const captured = await stripe.paymentIntents.capture(id, { amount_to_capture: 400 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 400 });
    expect((await movesOf(id)).slice(1)).toEqual([
      ['capture', 400],
      ['release', 600],
    ]);
    await expect(stripe.refunds.create({ payment_intent: id, amount: 401 })).rejects.toMatchObject({
      code: 'amount_too_large',
      param: 'amount',
    });
  });

  test('several captures need an intent that allows them, and the last one ends it', async () => {
    const { id: single } = await stripe.paymentIntents.create(held);
    const part = { amount_to_capture: 100, final_capture: false };
    await expect(stripe.paymentIntents.capture(single, part)).rejects.toMatchObject({
      param: 'final_capture',
    });
    const { id } = await stripe.paymentIntents.create({
      ...held,
      payment_method_options: { card: { request_multicapture: 'if_available' } },
    });
    const first = await stripe.paymentIntents.capture(id, part);
    expect(first).toMatchObject({ status: 'requires_capture', amount_capturable: 900 });
    const last = await stripe.paymentIntents.capture(id, { amount_to_capture: 500 });
    expect(last).toMatchObject({ status: 'succeeded', amount_received: 600 });
    expect((await movesOf(id)).slice(1)).toEqual([
      ['capture', 100],
      ['capture', 500],
      ['release', 400],
    ]);
  });

  test('more than is held cannot be captured, and nothing moves', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    await expect(
      stripe.paymentIntents.capture(id, { amount_to_capture: 1_001 }),
    ).rejects.toMatchObject({ code: 'amount_too_large', statusCode: 400 });
    expect(await movesOf(id)).toHaveLength(1);
  });

  test('a cancelled payment releases what was held and is over', async () => {
    const { id } = await stripe.paymentIntents.create(held);
    const over = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
    expect(over).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect((await movesOf(id)).at(-1)).toEqual(['release', 1_000]);
    for (const again of [stripe.paymentIntents.capture(id), stripe.paymentIntents.cancel(id)]) {
      await expect(again).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' });
    }
  });

  test('lists are paged, newest first', async () => {
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      made.unshift((await stripe.paymentIntents.create({ ...manual, customer: 'cus_1' })).id);
    }
    const found: string[] = [];
    const pages = stripe.paymentIntents.list({ customer: 'cus_1', limit: 2 });
    for await (const { id } of pages) found.push(id);
    expect(found).toEqual(made);
  });
});

describe('refusals', () => {
  test('nothing is forgotten where that is not allowed', async () => {
    expect(await psp.reset()).toHaveProperty('error');
  });

  test('a wrong key is refused', async () => {
    const stranger = await fetch(`${psp.url}/v1/events`, {
      headers: { authorization: 'Bearer sk_test_of_somebody' },
    });
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  test.each([
    ['currency=usd', 'parameter_missing', 'amount'],
    ['amount=1.5&currency=usd', 'parameter_invalid_integer', 'amount'],
    ['amount=0&currency=usd', 'parameter_invalid_integer', 'amount'],
    ['amount=1&currency=zzz', 'parameter_invalid', 'currency'],
    ['amount=1&currency=usd&colour=red', 'parameter_unknown', 'colour'],
    ['amount=1&currency=usd&__proto__[x]=1', 'parameter_unknown', '__proto__'],
    ['amount=1&currency=usd&payment_method=pm_none', 'resource_missing', 'payment_method'],
  ])('%s is refused with %s', async (body, code, param) => {
    const response = await fetch(`${psp.url}/v1/payment_intents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${API_KEY}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    });
    expect(await response.json()).toMatchObject({ error: { code, param } });
    expect(response.headers.get('request-id')).toMatch(/^req_/);
  });

  test('what does not exist is told as Stripe tells it', async () => {
    await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    });
    await expect(stripe.customers.list()).rejects.toMatchObject({
      message: 'Unrecognized request URL (GET: /v1/customers).',
    });
  });
});
