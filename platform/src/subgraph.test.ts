import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { createHttpServer } from './http-server.ts';
import { createMetrics } from './metrics.ts';
import { serveSubgraph } from './subgraph.ts';

const log = pino({ level: 'silent' });
const http = createHttpServer({
  log,
  metrics: createMetrics({ service: 'test', instance: 'test' }),
  maxBodyBytes: 100_000,
  ready: async () => true,
});
let executed = 0;
await serveSubgraph(
  http,
  {
    sdl: 'type Query { who: String, count: Int!, refused: String } type Mutation { count: Int! }',
    resolvers: {
      Query: {
        who: (_: unknown, __: unknown, { ip }: { ip: string }) => ip,
        count: async () => ++executed,
        refused: () => {
          throw new AppError('FORBIDDEN', 'Not for you.');
        },
      },
      Mutation: { count: () => ++executed },
    },
    context: ({ ip }) => ({ ip }),
  },
  async () => null,
  log,
);
afterAll(() => http.close());

const ask = async (query: string, headers: Record<string, string> = {}, rest: object = {}) => {
  const {
    statusCode,
    body,
    headers: told,
  } = await http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ query, ...rest }),
  });
  return { statusCode, body, type: told['content-type'], cache: told['cache-control'] };
};

test.each([
  ['data', '{ who }'],
  ['an error', '{ who refused }'],
  ['a syntax error', '{ who'],
  ['an unknown field', '{ whom }'],
])('the second answer is the first, to the letter: %s', async (_, query) => {
  for (const accept of [
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'text/html',
  ]) {
    const first = await ask(query, { accept });
    expect(await ask(query, { accept })).toEqual(first);
  }
});

test('every request has its own context', async () => {
  const from = async (ip: string) =>
    JSON.parse((await ask('{ who }', { 'x-forwarded-for': ip })).body);
  expect(await from('10.0.0.1')).toEqual({ data: { who: '10.0.0.1' } });
  expect(await from('10.0.0.2')).toEqual({ data: { who: '10.0.0.2' } });
});

test('a query is executed once, and a mutation too', async () => {
  for (const query of ['{ count }', 'mutation { count }']) {
    for (const _ of [1, 2, 3]) {
      const before = executed;
      await ask(query);
      expect(executed).toBe(before + 1);
    }
  }
});

test.each<[string, object]>([
  ['variables that are no object', { variables: 'x' }],
  ['an operation that is not there', { operationName: 'Other' }],
  ['extensions that are no object', { extensions: 'x' }],
])('a known query with %s is refused as an unknown one', async (_, rest) => {
  const first = await ask('query Known { who } # ', {}, rest);
  await ask('query Known { who } # ');
  await ask('query Known { who } # ');
  expect(await ask('query Known { who } # ', {}, rest)).toEqual(first);
  expect(first.statusCode).toBe(400);
});
