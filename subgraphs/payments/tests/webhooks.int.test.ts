import { createHmac } from 'node:crypto';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const SECRET = 'whsec_of_the_tests';
const payment = paymentRecord({
  status: 'AUTHORIZED',
  capturedAmount: 0,
  history: [{ status: 'AUTHORIZED', at: '2026-05-02T00:00:00Z', amount: 30_000 }],
});
const signed = (body: string, secret = SECRET, at = Math.floor(Date.now() / 1_000)) =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([payment]);
});
afterAll(() => stage?.close());

const event = (change: object = {}, type = 'payment_intent.succeeded') =>
  JSON.stringify({
    ...{ id: `evt_${newId()}`, object: 'event', type },
    data: {
      object: {
        ...{ object: 'payment_intent', id: payment.providerReference, status: 'succeeded' },
        ...{ amount_received: 30_000, metadata: {}, ...change },
      },
    },
  });
const post = async (body: string, signature: string) => {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
  return (await fetch(`${stage.url}/webhooks/stripe`, { method: 'POST', body, headers })).status;
};
const tasks = async () =>
  (await stage.sql`select payload from provider_tasks where kind = 'SYNC'`).map(
    ({ payload }) => payload,
  );

test('what the provider has not signed is refused, and nothing comes of it', async () => {
  const body = event();
  const old = Math.floor(Date.now() / 1_000) - 3_600;
  const forged = [signed(body, 'whsec_of_somebody'), signed(`${body} `), signed(body, SECRET, old)];
  for (const signature of [...forged, '']) expect(await post(body, signature)).toBe(400);
  expect(await post('', signed(''))).toBe(400);
  expect(await tasks()).toEqual([]);
});

test('a hint is noted down once, however often it comes, and nothing else changes', async () => {
  const body = event();
  for (let time = 0; time < 3; time += 1) expect(await post(body, signed(body))).toBe(200);
  expect(await tasks()).toEqual([{ hint: { status: 'TAKEN', received: 30_000 } }]);
  const [row] = await stage.sql`select status from payments where id = ${payment.id}`;
  expect(row).toEqual({ status: 'AUTHORIZED' });
});

test('what is known already, or about nobody we know, is taken and asks nothing', async () => {
  const known = event({ status: 'requires_capture', amount_received: 0 });
  const stranger = event({ id: 'pi_of_somebody', metadata: { paymentId: newId() } });
  const other = event({ object: 'customer' }, 'customer.created');
  const before = await tasks();
  for (const body of [known, stranger, other]) expect(await post(body, signed(body))).toBe(200);
  expect(await tasks()).toEqual(before);
});
