import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PspProcess, startPsp } from './psp-process.ts';

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

describe('cards', () => {
  test.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000009987', 'card_declined', 'lost_card'],
    ['4000000000000069', 'expired_card', undefined],
    ['4000000000000127', 'incorrect_cvc', undefined],
    ['4000000000000119', 'processing_error', undefined],
  ])('the card %s is refused with %s, %s', async (number, code, decline_code) => {
    const method = await stripe.paymentMethods.create({
      type: 'card',
      card: { number, exp_month: 12, exp_year: 2_034, cvc: '123' },
    });
    const { id } = await stripe.paymentIntents.create(manual);
    await expect(
      stripe.paymentIntents.confirm(id, { payment_method: method.id }),
    ).rejects.toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code,
      ...(decline_code === undefined ? {} : { decline_code }),
      payment_intent: { id, status: 'requires_payment_method', last_payment_error: { code } },
    });
    expect(await movesOf(id)).toEqual([]);
    const second = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(second).toMatchObject({ status: 'requires_capture', last_payment_error: null });
  });

  test('a declined token is refused as its card is', async () => {
    const payment_method = 'pm_card_visa_chargeDeclinedInsufficientFunds';
    await expect(stripe.paymentIntents.create({ ...held, payment_method })).rejects.toMatchObject({
      decline_code: 'insufficient_funds',
    });
  });

  test('real and mistyped card numbers are refused, and no number is ever kept', async () => {
    const make = (number: string) =>
      stripe.paymentMethods.create({
        type: 'card',
        card: { number, exp_month: 1, exp_year: 2_034 },
      });
    await expect(make('4111111111111111')).rejects.toMatchObject({
      decline_code: 'test_mode_live_card',
    });
    await expect(make('4242424242424241')).rejects.toMatchObject({ code: 'incorrect_number' });
    expect(await make('4242 4242 4242 4242')).toMatchObject({ card: { last4: '4242' } });
    expect(await stripe.paymentMethods.retrieve('pm_card_amex')).toMatchObject({
      card: { brand: 'amex', last4: '0005' },
    });
  });

  test.each([
    ['pm_card_pendingRefund', 'pending', 'succeeded', ['refund']],
    ['pm_card_refundFail', 'succeeded', 'failed', ['refund', 'refund_reversal']],
  ])('a refund to %s is %s first and %s later', async (payment_method, first, later, kinds) => {
    const { id } = await stripe.paymentIntents.create({
      ...held,
      capture_method: 'automatic',
      payment_method,
    });
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe(first);
    await expect
      .poll(async () => (await stripe.refunds.retrieve(refund.id)).status, { timeout: 3_000 })
      .toBe(later);
    expect((await movesOf(id)).slice(2).map(([kind]) => kind)).toEqual(kinds);
  });
});

describe('3-D Secure', () => {
  const asks = {
    ...held,
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'http://localhost:3000/checkout',
  };
  const answer = (url: string, word: string) =>
    fetch(url.replace('localhost', '127.0.0.1'), {
      method: 'POST',
      body: new URLSearchParams({ answer: word }),
      redirect: 'manual',
    });

  test('the cardholder approves on a page, and returns to the shop', async () => {
    const intent = await stripe.paymentIntents.create(asks);
    expect(intent.status).toBe('requires_action');
    const url = String(intent.next_action?.redirect_to_url?.url);
    const page = await (await fetch(url.replace('localhost', '127.0.0.1'))).text();
    expect(page).toContain('$10.00');
    expect(page).toContain('value="approve"');
    expect(page).toContain('value="decline"');
    expect(await movesOf(intent.id)).toEqual([]);
    const { status, headers } = await answer(url, 'approve');
    expect(status).toBe(303);
    const back = new URL(String(headers.get('location')));
    expect(back.origin + back.pathname).toBe(asks.return_url);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      payment_intent: intent.id,
      redirect_status: 'succeeded',
    });
    expect(await (await answer(url, 'approve')).text()).toContain('Already answered.');
    expect(await movesOf(intent.id)).toEqual([['authorization', 1_000]]);
  });

  test('the cardholder declines, and the payment may be tried again', async () => {
    const intent = await stripe.paymentIntents.create(asks);
    const { headers } = await answer(String(intent.next_action?.redirect_to_url?.url), 'decline');
    expect(headers.get('location')).toContain('redirect_status=failed');
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  test('the published 3-D Secure card by number asks as well', async () => {
    const card = { number: '4000002500003155', exp_month: 12, exp_year: 2_034 };
    const method = await stripe.paymentMethods.create({ type: 'card', card });
    const intent = await stripe.paymentIntents.create({ ...held, payment_method: method.id });
    expect(intent.status).toBe('requires_action');
  });
});
