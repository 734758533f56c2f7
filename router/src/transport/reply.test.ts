import { expect, test } from 'vitest';
import { faultOfReply, readReply, verdictOf } from './reply.ts';
import { configOf, TransportConfig } from './transport-config.ts';
import { transportEnv, transportOf } from './transport-env.ts';

const reply = (text: string, head = '') => ({ status: 200, text, head });

test('a response is GraphQL if it has data or errors', () => {
  expect(readReply(reply('{"data":{"a":1}}'))).toMatchObject({ data: { a: 1 }, errors: [] });
  expect(readReply(reply('{"errors":[{"message":"m"}]}'))).toMatchObject({ data: null });
  for (const other of ['', '<h1>', '[]', '"a"', '{}', '{"errors":"none"}']) {
    expect(readReply(reply(other))).toBeNull();
  }
});

test('it carries the Cache-Control of the response', () => {
  const answer = readReply(reply('{"data":{}}', 'Cache-Control: max-age=5\r\n'));
  expect(answer?.header?.('cache-control')).toBe('max-age=5');
  expect(readReply(reply('{"data":{}}'))?.header?.('cache-control')).toBeUndefined();
});

test('an instance is not blamed for what a request may have done', () => {
  expect(faultOfReply('a', 413)).toMatchObject({ verdict: 'void', isRetryable: false });
  expect(faultOfReply('a', 200)).toMatchObject({ verdict: 'bad', isRetryable: true });
  expect([verdictOf(500), verdictOf(503)]).toEqual(['good', 'bad']);
});

test('every subgraph has the defaults, and what is said of it besides', () => {
  const config = transportOf({
    TRANSPORT: transportEnv.TRANSPORT.parse('{"subgraphs":{"a":{"retries":0}}}'),
    FETCH_DEADLINE_MS: 700,
  });
  expect(config.all).toMatchObject({ queryDeadlineMs: 700, retries: 2, deduplicate: true });
  expect(configOf(config, 'a')).toMatchObject({ retries: 0, queryDeadlineMs: 700 });
  expect(configOf(config, 'b').retries).toBe(2);
});

test('a configuration with an error says where', () => {
  const wrong = transportEnv.TRANSPORT.safeParse('{"all":{"retry":1}}');
  expect(wrong.error?.issues[0]?.path).toEqual(['all']);
  expect(transportEnv.TRANSPORT.safeParse('{').error?.issues[0]?.message).toBe('not JSON');
  expect(TransportConfig.parse({}).all.queryDeadlineMs).toBe(1_000);
});
