import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Stripe from 'stripe';
import type { StoredMovement } from '../src/psp/ledger/book.ts';

export const API_KEY = 'sk_test_of_the_tests';
export const WEBHOOK_SECRET = 'whsec_of_the_tests';
const ROOT = path.resolve(import.meta.dirname, '../..');

export type PspProcess = Awaited<ReturnType<typeof startPsp>>;

/** The sandbox PSP as a real process, which can be killed and started again on the same ledger. */
export async function startPsp(env: Record<string, string> = {}) {
  const data = await mkdtemp(path.join(tmpdir(), 'souk-psp-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['stack/src/psp/main.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: data,
        API_KEY,
        WEBHOOK_SECRET,
        WEBHOOK_RETRY_MS: '50',
        REFUND_SETTLE_MS: '100',
        NODE_COMPILE_CACHE: path.join(tmpdir(), 'souk-psp-compile-cache'),
        LOG_LEVEL: 'fatal',
        ...env,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const isUp = () =>
      fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isUp())) {
      if (child.exitCode !== null) throw new Error('The PSP did not come up.');
      await sleep(25);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  };
  const ask = async (address: string, body?: object) => {
    const response = await fetch(url + address, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
    });
    return (await response.json()) as unknown;
  };
  await start();
  return {
    url,
    port,
    data,
    /** The official client; `changes` such as maxNetworkRetries. */
    stripe: (changes: object = {}) =>
      new Stripe(API_KEY, {
        host: '127.0.0.1',
        port,
        protocol: 'http',
        telemetry: false,
        maxNetworkRetries: 0,
        ...changes,
      }),
    restart: start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    faults: (switches: object) => ask('/sandbox/faults', switches),
    /** Forgets everything; needs ALLOW_RESET. */
    reset: () => ask('/sandbox/reset', {}),
    ledger: () => ask('/sandbox/ledger') as Promise<Ledger>,
    close: async () => {
      await end('SIGKILL');
      await rm(data, { recursive: true, force: true });
    },
  };
}

export type Ledger = {
  movements: StoredMovement[];
  totals: Record<string, Record<string, number> & { balances: Record<string, number> }>;
};

/** An endpoint that keeps what it takes. */
export async function receiveWebhooks() {
  let answer = (_count: number): number => 200;
  const received: { body: string; signature: string; event: Stripe.Event }[] = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    count += 1;
    response.statusCode = answer(count);
    if (response.statusCode < 300) {
      const signature = String(request.headers['stripe-signature']);
      received.push({ body, signature, event: JSON.parse(body) as Stripe.Event });
    }
    response.end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    /** Forgets what it took; `statusOf` answers each further delivery, counted from 1. */
    restart: async (statusOf: (count: number) => number) => {
      answer = statusOf;
      count = 0;
      received.length = 0;
    },
    attempts: () => count,
    about: (id: string) =>
      received.filter(({ event }) => (event.data.object as { id?: string }).id === id),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
