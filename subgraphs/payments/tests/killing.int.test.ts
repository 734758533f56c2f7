import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_KEY, startPsp, WEBHOOK_SECRET } from '../../../stack/tests/psp-process.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { forwarder } from './forwarder.ts';
import { paymentsProcess } from './payments-process.ts';
import { openOrders } from './shop.ts';

/** Each costs the lease of a dead member of the bus; more of them run in the chaos test. */
const KILLS = Number(process.env.SOUK_KILLS ?? 1);
const PAYMENTS = 8 * KILLS;

type Around = {
  database: Awaited<ReturnType<typeof freshDatabase>>;
  psp: Awaited<ReturnType<typeof startPsp>>;
  webhooks: Awaited<ReturnType<typeof forwarder>>;
  payments: Awaited<ReturnType<typeof paymentsProcess>>;
  orders: Awaited<ReturnType<typeof openOrders>>;
};
let around: Around;
beforeAll(async () => {
  const webhooks = await forwarder();
  const [database, psp] = await Promise.all([
    freshDatabase(`${import.meta.dirname}/../migrations`),
    startPsp({ WEBHOOK_ENDPOINTS: webhooks.url }),
  ]);
  const payments = await paymentsProcess({
    ...{ DATABASE_URL: database.url, BUS_URL: database.url, JWKS_URL: 'http://127.0.0.1:9/' },
    ...{ STRIPE_URL: psp.url, STRIPE_SECRET_KEY: API_KEY, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET },
    ...{ SWEEP_INTERVAL_MS: '300', SWEEP_AFTER_MS: '300' },
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'souk-payments-compile-cache'),
  });
  webhooks.to(`${payments.url}/webhooks/stripe`);
  around = { database, psp, webhooks, payments, orders: await openOrders(database.url) };
}, 60_000);
afterAll(async () => {
  if (around === undefined) return;
  await around.orders.close();
  await around.payments.kill();
  await Promise.all([around.psp.close(), around.webhooks.close()]);
  await around.database.drop();
});

test('killed at any moment, it neither charges twice nor forgets, and tells each thing', async () => {
  const { orders, payments, psp, database } = around;
  await psp.faults({ latencyMs: 20, loseReplyAfterCharge: 0.1 });
  const ids = Array.from({ length: PAYMENTS }, () => newId());
  const asking = (async () => {
    for (const id of ids) {
      await orders.pay(id);
      await orders.capture(id, newId(), 300);
      await orders.capture(id, newId(), 600);
      await orders.refund(id, newId(), 100);
    }
  })();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(250 + 90 * kill);
    await payments.kill();
    await payments.start();
  }
  await asking;
  for (const id of ids) {
    const told = await orders.hear(id, 4);
    expect(told).toEqual([
      ...['payment-authorized', 'payment-captured', 'payment-captured', 'refund-succeeded'],
    ]);
  }
  const { totals } = await psp.ledger();
  const all = (amount: number) => amount * PAYMENTS;
  expect(totals.eur).toMatchObject({
    ...{ authorization: all(900), capture: all(900), refund: all(100), release: 0 },
  });
  const rows = await database.sql`
    select account, sum(amount)::int as amount from ledger_entries group by 1 order by 1`;
  expect(Object.fromEntries(rows.map(({ account, amount }) => [account, amount]))).toEqual({
    ...{ AWAITING_CAPTURE: 0, CARD_HOLDS: 0, SALES: -all(900), REFUNDS: all(100) },
    PROVIDER_CLEARING: all(800),
  });
  expect(await database.sql`select status, count(*)::int from payments group by 1`).toEqual([
    { status: 'PARTIALLY_REFUNDED', count: PAYMENTS },
  ]);
}, 60_000);
