import { statSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { API_KEY, type PspProcess, startPsp } from './psp-process.ts';

let psp: PspProcess;
const held = {
  amount: 2_500,
  currency: 'krw',
  capture_method: 'manual',
  payment_method: 'pm_card_visa',
  confirm: true,
} as const;

beforeAll(async () => {
  psp = await startPsp({ ALLOW_RESET: '1' });
});
afterEach(() => psp.reset());
afterAll(() => psp.close());

test('the same key replays the saved reply, also after the payment went on and after a crash', async () => {
  const stripe = psp.stripe();
  const options = { idempotencyKey: 'order-1' };
  const first = await stripe.paymentIntents.create(held, options);
  await stripe.paymentIntents.capture(first.id);
  const second = await stripe.paymentIntents.create(held, options);
  expect(second).toEqual(first);
  expect(second.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true' });
  await psp.kill();
  await psp.restart();
  expect(await stripe.paymentIntents.create(held, options)).toEqual(first);
  expect((await psp.ledger()).totals.krw).toMatchObject({ authorization: 2_500, capture: 2_500 });
});

test('a key stands for one request: another body or endpoint is refused', async () => {
  const stripe = psp.stripe();
  const options = { idempotencyKey: 'order-1' };
  const { id } = await stripe.paymentIntents.create(held, options);
  const others = [
    stripe.paymentIntents.create({ ...held, amount: 2_501 }, options),
    stripe.paymentIntents.capture(id, {}, options),
  ];
  for (const other of others) {
    await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  }
  expect((await psp.ledger()).movements).toHaveLength(1);
});

test('a decline is replayed too, while a request that was not understood leaves its key free', async () => {
  const stripe = psp.stripe();
  const card = { ...held, payment_method: 'pm_card_visa_chargeDeclined' };
  const decline = () =>
    stripe.paymentIntents
      .create(card, { idempotencyKey: 'declined' })
      .catch((error: { payment_intent: { id: string } }) => error.payment_intent.id);
  expect(await decline()).toBe(await decline());
  const options = { idempotencyKey: 'mistyped' };
  await expect(stripe.paymentIntents.create({ ...held, amount: -1 }, options)).rejects.toThrow();
  expect(await stripe.paymentIntents.create(held, options)).toMatchObject({ amount: 2_500 });
});

test('the same key ten times at once is one charge', async () => {
  const stripe = psp.stripe();
  const replies = await Promise.all(
    Array.from({ length: 10 }, () =>
      stripe.paymentIntents.create(held, { idempotencyKey: 'at-once' }),
    ),
  );
  expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
  expect((await psp.ledger()).movements).toHaveLength(1);
});

test('a reply lost after the charge: the retry gives the same payment and one entry', async () => {
  await psp.faults({ loseReplyAfterCharge: 1 });
  const lost = await fetch(`${psp.url}/v1/payment_intents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${API_KEY}`,
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': 'lost',
    },
    body: 'amount=2500&currency=krw&capture_method=manual&payment_method=pm_card_visa&confirm=true',
  }).catch((error: Error) => error);
  expect(lost).toBeInstanceOf(Error);
  const [charge] = (await psp.ledger()).movements;
  const intent = await psp.stripe().paymentIntents.create(held, { idempotencyKey: 'lost' });
  expect(intent).toMatchObject({ id: charge?.paymentIntent, status: 'requires_capture' });
  expect((await psp.ledger()).movements).toHaveLength(1);
});

test('errors switched on do nothing, and retries with the same key get through', async () => {
  const stripe = psp.stripe();
  await psp.faults({ errorRate: true });
  await expect(stripe.paymentIntents.create(held)).rejects.toMatchObject({ statusCode: 500 });
  expect((await psp.ledger()).movements).toEqual([]);
  await psp.faults({ errorRate: 0.5, seed: 7 });
  const patient = psp.stripe({ maxNetworkRetries: 8 });
  await Promise.all([1, 2, 3].map(() => patient.paymentIntents.create(held)));
  expect((await psp.ledger()).movements).toHaveLength(3);
});

test('latency switched on slows every request, and nonsense is refused', async () => {
  await psp.faults({ latencyMs: 300 });
  const began = Date.now();
  await psp.stripe().paymentIntents.list();
  expect(Date.now() - began).toBeGreaterThanOrEqual(295);
  expect(await psp.faults({ latencyMs: -1 })).toHaveProperty('error');
  expect(await psp.faults({ speed: 1 })).toHaveProperty('error');
  expect(await psp.faults({})).toMatchObject({ latencyMs: 300, errorRate: 0 });
});

test('killed again and again under concurrent payments, it loses none and charges none twice', async () => {
  const known = new Map<string, string>();
  let next = 0;
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        expect(error).toMatchObject({ type: 'StripeConnectionError' });
        await sleep(20);
      }
    }
  };
  let stop = false;
  const shopper = async () => {
    const stripe = psp.stripe();
    while (!stop) {
      next += 1;
      const key = `shopper-${next}`;
      const { id } = await insist(() =>
        stripe.paymentIntents.create(held, { idempotencyKey: key }),
      );
      const captured = await insist(() =>
        stripe.paymentIntents.capture(id, {}, { idempotencyKey: `${key}-c` }),
      );
      expect(captured.status).toBe('succeeded');
      known.set(key, id);
    }
  };
  const shoppers = Promise.all(Array.from({ length: 8 }, shopper));
  for (let kills = 0; kills < 3; kills += 1) {
    const before = known.size;
    await expect
      .poll(() => known.size, { interval: 5, timeout: 10_000 })
      .toBeGreaterThan(before + 5);
    await growth(path.join(psp.data, 'ledger.jsonl'));
    await psp.kill();
    await psp.restart();
  }
  stop = true;
  await shoppers;
  const { movements, totals } = await psp.ledger();
  const charged = (kind: string) =>
    movements.filter((each) => each.kind === kind).map(({ paymentIntent }) => paymentIntent);
  expect(charged('authorization').toSorted()).toEqual([...known.values()].toSorted());
  expect(charged('capture').toSorted()).toEqual([...known.values()].toSorted());
  expect(totals.krw?.balances).toEqual({
    cardholder: -2_500 * known.size,
    held: 0,
    merchant: 2_500 * known.size,
  });
}, 40_000);

test('a line that a crash left unfinished is cut off; damage elsewhere is named', async () => {
  const file = path.join(psp.data, 'ledger.jsonl');
  const { id } = await psp.stripe().paymentIntents.create(held);
  const whole = await readFile(file, 'utf8');
  await psp.kill();
  await appendFile(file, '{"at":"2026-01-01","intents":[{"id":"pi_half');
  await psp.restart();
  expect(await psp.stripe().paymentIntents.retrieve(id)).toMatchObject({ id });
  expect(await readFile(file, 'utf8')).toBe(whole);
  await psp.kill();
  await appendFile(file, 'nonsense\n');
  await expect(psp.restart()).rejects.toThrow('The PSP did not come up.');
  await writeFile(file, whole);
  await psp.restart();
});

test('it ends on request, and what was forgotten stays forgotten', async () => {
  await psp.stripe().paymentIntents.create(held);
  await psp.reset();
  expect(await psp.ledger()).toEqual({ movements: [], totals: {} });
  expect(await psp.stop()).toBe(0);
  await psp.restart();
  expect((await psp.ledger()).movements).toEqual([]);
});

/** Resolves in the moment in which a charge is written, and not yet answered. */
async function growth(file: string): Promise<void> {
  const { size } = statSync(file);
  while (statSync(file).size === size) await new Promise(setImmediate);
}
