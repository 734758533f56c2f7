import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createHttpServer } from '@souk/platform/http-server';
import type { Logger } from '@souk/platform/log';
import { createMetrics } from '@souk/platform/metrics';
import { createDesk } from './app/desk.ts';
import { intentVerbs } from './app/intents.ts';
import { refundVerbs } from './app/refunds.ts';
import type { Config } from './config.ts';
import { createFaults } from './faults/faults.ts';
import { serveApi } from './http/api.ts';
import { serveAuthentication } from './http/authentication-page.ts';
import { eventRoutes } from './http/events.ts';
import { intentRoutes } from './http/intents.ts';
import { paymentMethodRoutes } from './http/payment-methods.ts';
import { refundRoutes } from './http/refunds.ts';
import { serveSandbox } from './http/sandbox.ts';
import { createBook, type Transaction } from './ledger/book.ts';
import { openJournal } from './ledger/journal.ts';
import { pastOf } from './seed/past.ts';
import { readPast } from './seed/records.ts';
import { createDelivery } from './webhooks/delivery.ts';

const API_VERSION = '2025-09-30.clover';
const MAX_BODY_BYTES = 65_536;

/** Puts the PSP together: reads its ledger, listens, and takes up the webhooks still due. */
export async function startPsp(
  config: Config,
  log: Logger,
  onDiskFailure: (error: unknown) => void,
): Promise<{ close: () => Promise<void> }> {
  await mkdir(config.DATA_DIR, { recursive: true });
  const book = createBook();
  let isEmpty = true;
  const replay = (entry: unknown) => {
    isEmpty = false;
    if (isReset(entry)) book.clear();
    else book.apply(entry as Transaction);
  };
  const file = path.join(config.DATA_DIR, 'ledger.jsonl');
  const journal = await openJournal(file, replay, onDiskFailure);
  if (isEmpty && config.SEED_FILE !== undefined) {
    const past = pastOf(await readPast(config.SEED_FILE));
    book.apply(past);
    await journal.append(past);
  }
  const faults = createFaults();
  const delivery = createDelivery({
    endpoints: config.WEBHOOK_ENDPOINTS.map((url) => ({ url, secret: config.WEBHOOK_SECRET })),
    faults,
    firstRetryMs: config.WEBHOOK_RETRY_MS,
    attempts: config.WEBHOOK_ATTEMPTS,
    onDone: async (event, { url }, taken) => {
      if (!taken) log.error({ event: event.id, endpoint: url }, 'webhook given up');
      const done: Transaction = {
        at: new Date().toISOString(),
        delivered: [{ event: event.id, endpoint: url }],
      };
      book.apply(done);
      await journal.append(done);
    },
  });
  const desk = createDesk({ book, journal, apiVersion: API_VERSION, onEvent: delivery.send });
  const intents = intentVerbs(book, config.PUBLIC_URL);
  const refunds = refundVerbs({ book, desk, settleAfterMs: config.REFUND_SETTLE_MS });

  const http = createHttpServer({
    log,
    metrics: createMetrics({ service: 'psp', instance: config.INSTANCE_ID }),
    maxBodyBytes: MAX_BODY_BYTES,
    ready: async () => true,
  });
  const { API_KEY: apiKey } = config;
  serveApi(http, { desk, journal, faults, apiKey, apiVersion: API_VERSION, log }, (api) => {
    intentRoutes(api, book, intents);
    refundRoutes(api, book, refunds);
    paymentMethodRoutes(api, book);
    eventRoutes(api, book);
  });
  serveAuthentication(http, { book, intents, desk });
  const reset = async () => {
    faults.clear();
    book.clear();
    await journal.append({ reset: true });
  };
  serveSandbox(http, { book, journal, faults, reset: config.ALLOW_RESET ? reset : null });
  await http.listen({ host: config.HOST, port: config.PORT });

  refunds.start();
  for (const event of book.events.values()) {
    delivery.send(event, ({ url }) => !book.isDelivered(event.id, url));
  }
  log.info({ port: config.PORT, movements: book.movements.length }, 'listening');
  return {
    close: async () => {
      await http.close();
      refunds.stop();
      await delivery.close();
      await journal.close();
    },
  };
}

const isReset = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'reset' in entry;
