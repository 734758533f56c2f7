import { createClient } from 'graphql-sse';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import type { Watch } from './change-feed.ts';
import { AppError } from './errors.ts';
import { createHttpServer } from './http-server.ts';
import type { Viewer } from './identity.ts';
import { createMetrics } from './metrics.ts';
import { stateStream } from './state-stream.ts';
import { serveSubgraph } from './subgraph.ts';

const log = pino({ level: 'silent' });
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A count that can be watched, served as a subscription. */
async function start(viewer: Viewer | null = null) {
  let count = 1;
  let contexts = 0;
  const watching = new Set<() => void>();
  const watch = (): Watch => {
    let resume = () => {};
    let isClosed = false;
    const wake = () => resume();
    watching.add(wake);
    return {
      next: async () => {
        await new Promise<void>((resolve) => (resume = resolve));
        return !isClosed;
      },
      close: () => {
        isClosed = true;
        watching.delete(wake);
        resume();
      },
    };
  };
  const http = createHttpServer({
    log,
    metrics: createMetrics({ service: 'test', instance: 'test' }),
    maxBodyBytes: 100_000,
    ready: async () => true,
  });
  const counted = () =>
    stateStream({
      watch: watch(),
      read: async () => {
        if (count > 100) throw new AppError('NOT_FOUND', 'So many are not there.');
        return count;
      },
      versionOf: String,
    });
  await serveSubgraph(
    http,
    {
      sdl: `type Query { a: Int }
        type Subscription { count: Int!  context: Int!  refused: Int  broken: Int }`,
      resolvers: {
        Subscription: {
          count: { subscribe: counted, resolve: (value: number) => value },
          context: { subscribe: counted, resolve: (_: number, __: object, own: object) => own },
          refused: {
            subscribe: () => {
              throw new AppError('FORBIDDEN', 'Not for you.');
            },
          },
          broken: {
            subscribe: () => {
              throw new Error('at 10.0.0.7');
            },
          },
        },
      },
      context: () => ++contexts as never,
    },
    async () => viewer,
    log,
  );
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  closing.push(() => http.close());
  return {
    http,
    set: (value: number) => {
      count = value;
      for (const wake of watching) wake();
    },
    watching,
    iterate: (query: string) =>
      createClient({
        url: `${url}/graphql`,
        retryAttempts: 0,
        headers: { accept: 'text/event-stream' },
      }).iterate({ query }),
  };
}

test('a state is told at first and whenever it has become another one', async () => {
  const { iterate, set, watching } = await start();
  const stream = iterate('subscription { count }');
  expect((await stream.next()).value).toEqual({ data: { count: 1 } });
  set(1);
  set(2);
  expect((await stream.next()).value).toEqual({ data: { count: 2 } });
  await stream.return?.();
  await vi.waitFor(() => expect(watching.size).toBe(0));
});

test('every event has a context of its own', async () => {
  const { iterate, set } = await start();
  const stream = iterate('subscription { context }');
  const first = (await stream.next()).value as { data: { context: number } };
  set(2);
  const second = (await stream.next()).value as { data: { context: number } };
  expect(second.data.context).toBeGreaterThan(first.data.context);
});

test('refusals speak, at the beginning and later; what is internal does not', async () => {
  const { iterate, set } = await start();
  const codeOf = async (stream: AsyncIterableIterator<unknown>) => (await stream.next()).value;
  expect(await codeOf(iterate('subscription { refused }'))).toMatchObject({
    errors: [{ message: 'Not for you.', extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await codeOf(iterate('subscription { broken }'))).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(await codeOf(iterate('subscription { nothing }'))).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  const stream = iterate('subscription { count }');
  await stream.next();
  set(101);
  expect(await codeOf(stream)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  expect((await stream.next()).done).toBe(true);
});

test('nothing is told once the token has expired', async () => {
  const { iterate, set } = await start({ expiresAt: Date.now() + 300 } as Viewer);
  const stream = iterate('subscription { count }');
  expect((await stream.next()).value).toEqual({ data: { count: 1 } });
  await new Promise((resolve) => setTimeout(resolve, 400));
  set(2);
  expect((await stream.next()).value).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'EXPIRED' } }],
  });
  expect((await stream.next()).done).toBe(true);
});

test('a server that stops breaks its streams off, and does not complete them', async () => {
  const { http, iterate, watching } = await start();
  const stream = iterate('subscription { count }');
  await stream.next();
  const next = stream.next();
  next.catch(() => {});
  await http.close();
  await expect(next).rejects.toThrow();
  expect(watching.size).toBe(0);
});
