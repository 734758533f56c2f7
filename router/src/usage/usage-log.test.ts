import { expect, test } from 'vitest';
import { clientReader } from './client.ts';
import { parseUsage, printUsage } from './usage-file.ts';
import { type Sent, usageLog } from './usage-log.ts';

const sent = (requests: number, version: string | null = null, document = '{x}'): Sent => ({
  client: { name: 'web', version },
  ...{ name: null, document, requests },
});

test('requests add up by client and operation, with the days of the first and the last', () => {
  const log = usageLog(null, 10, '2026-01-01');
  log.add(sent(2, '1.0'), '2026-01-01');
  log.add(sent(3, '1.1'), '2026-01-02');
  log.add(sent(1, '1.0'), '2026-01-03');
  expect(log.file()).toMatchObject({
    recordedUntil: '2026-01-03',
    operations: [
      { requests: 6, versions: ['1.1', '1.0'], firstSeen: '2026-01-01', lastSeen: '2026-01-03' },
    ],
  });
});

test('a log goes on where an earlier one ended', () => {
  const earlier = usageLog(null, 10, '2026-01-01');
  earlier.add(sent(2), '2026-01-01');
  const log = usageLog(parseUsage(printUsage(earlier.file())), 10, '2026-01-02');
  log.add(sent(1), '2026-01-02');
  expect(log.file().operations).toMatchObject([{ requests: 3, firstSeen: '2026-01-01' }]);
});

test('another operation than there is room for is not taken; a known one is', () => {
  const log = usageLog(null, 1, '2026-01-01');
  expect(log.add(sent(1), '2026-01-01')).toBe(true);
  expect(log.add(sent(1, null, '{y}'), '2026-01-01')).toBe(false);
  expect(log.add(sent(1), '2026-01-01')).toBe(true);
});

test('the written order does not depend on the order of requests', () => {
  const [one, two] = [usageLog(null, 9, '2026-01-01'), usageLog(null, 9, '2026-01-01')];
  for (const document of ['{x}', '{y}']) one.add(sent(1, null, document), '2026-01-01');
  for (const document of ['{y}', '{x}']) two.add(sent(1, null, document), '2026-01-01');
  expect(printUsage(one.file())).toBe(printUsage(two.file()));
});

test.each([
  ['web', '2.1', { name: 'web', version: '2.1' }],
  ['mina@souk.example', undefined, { name: 'unknown', version: null }],
  ['x'.repeat(65), '<script>', { name: 'unknown', version: null }],
  [undefined, '1', { name: 'unknown', version: '1' }],
])('a client that calls itself %s %s', (name, version, client) => {
  const headers = {
    ...(name !== undefined && { 'client-name': name }),
    ...(version !== undefined && { 'client-version': version }),
  };
  expect(clientReader('client-name', 'client-version')(headers)).toEqual(client);
});
