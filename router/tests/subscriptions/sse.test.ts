import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startStreamingGraph } from './graph.ts';

let graph: Awaited<ReturnType<typeof startStreamingGraph>>;

beforeAll(async () => {
  graph = await startStreamingGraph();
});
afterAll(() => graph.close());

const ORDER = `subscription ($id: ID!) {
  now: orderUpdated(id: $id) { status lines { quantity product { title } } }
}`;

const iterate = (query: string, variables: Record<string, unknown> = {}) =>
  createClient({ url: graph.url, retryAttempts: 0 }).iterate({ query, variables });

test('an event brings fields of other services, under the names of the client', async () => {
  const stream = iterate(ORDER, { id: 'o1' });
  const event = (status: string) => ({
    data: {
      now: {
        status,
        lines: [
          { quantity: 2, product: { title: 'Title of p1' } },
          { quantity: 1, product: { title: 'Title of p2' } },
        ],
      },
    },
  });
  expect((await stream.next()).value).toEqual(event('NEW'));
  graph.tellOrder('o1', 'PAID');
  expect((await stream.next()).value).toEqual(event('PAID'));
  graph.tellOrder('o1', 'SHIPPED');
  graph.tellOrder('o1', 'DELIVERED');
  expect((await stream.next()).value).toEqual(event('SHIPPED'));
  expect((await stream.next()).value).toEqual(event('DELIVERED'));
  await stream.return?.();
  await vi.waitFor(() => expect(graph.feed.count('order o1')).toBe(0));
});

test('a subscription that its subgraph completes is complete for the client', async () => {
  const stream = iterate('subscription { tick }');
  const next = stream.next();
  await vi.waitFor(() => expect(graph.feed.count('tick')).toBe(1));
  graph.feed.tell('tick', { tick: 1 });
  expect((await next).value).toEqual({ data: { tick: 1 } });
  graph.feed.tell('tick', 'end');
  expect((await stream.next()).done).toBe(true);
});

test('what is invalid, too deep or unknown is told in the stream, which then ends', async () => {
  const invalid = iterate('subscription { nothing }');
  expect((await invalid.next()).value).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  expect((await invalid.next()).done).toBe(true);
  expect((await iterate('subscription {').next()).value).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
  });
  expect(
    (await iterate('subscription { tick orderUpdated(id: 1) { id } }').next()).value,
  ).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  expect((await iterate(ORDER, {}).next()).value).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test("a subgraph's refusal comes through in its words, and nothing else of it", async () => {
  const stream = iterate('subscription { refused }');
  expect((await stream.next()).value).toEqual({
    errors: [
      {
        message: 'Not for you.',
        locations: [{ line: 1, column: 16 }],
        path: ['refused'],
        extensions: { code: 'FORBIDDEN', service: 'orders' },
      },
    ],
    data: { refused: null },
  });
  expect((await stream.next()).done).toBe(true);
});

test('queries and mutations are answered over a stream, too', async () => {
  const stream = iterate('{ order(id: "o7") { status } }');
  expect((await stream.next()).value).toEqual({ data: { order: { status: 'NEW' } } });
  expect((await stream.next()).done).toBe(true);
  expect((await iterate('mutation { touch }').next()).value).toEqual({ data: { touch: 1 } });
});

test('a browser can subscribe by GET, which changes nothing', async () => {
  const get = (query: string) =>
    fetch(`${graph.url}?${new URLSearchParams({ query })}`, {
      headers: { accept: 'text/event-stream' },
    });
  const response = await get('{ order(id: "o7") { status } }');
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(await response.text()).toBe(
    ':\n\nevent: next\ndata: {"data":{"order":{"status":"NEW"}}}\n\nevent: complete\ndata:\n\n',
  );
  const refused = await get('mutation { touch }');
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe('POST');
});

test.each(['POST', 'GET'])(
  'a client that takes both gets a stream for a subscription and one answer for a query, by %s',
  async (method) => {
    const ask = (query: string) => {
      const isGet = method === 'GET';
      return fetch(isGet ? `${graph.url}?${new URLSearchParams({ query })}` : graph.url, {
        method,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json, text/event-stream',
        },
        ...(!isGet && { body: JSON.stringify({ query }) }),
      });
    };
    const stream = await ask('subscription { refused }');
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(await stream.text()).toContain('FORBIDDEN');
    const once = await ask('{ order(id: "o7") { id } }');
    expect(once.headers.get('content-type')).toContain('application/graphql-response+json');
    expect(await once.json()).toEqual({ data: { order: { id: 'o7' } } });
  },
);
