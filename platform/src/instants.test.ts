import { expect, test } from 'vitest';
import { CursorInstant, Instant } from './instants.ts';

test('an instant is understood in any offset', () => {
  expect(Instant.parse('2026-05-01T09:00:00+09:00')).toEqual(new Date('2026-05-01T00:00:00Z'));
});

test.each([
  '2026-02-30T00:00:00Z',
  '2026-05-01',
  '0000-12-31T23:59:59Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
])('%s is no instant that can be stored', (text) => {
  expect(Instant.safeParse(text).success).toBe(false);
});

test.each(['2026-05-01T00:00:00Z', '2026-05-01T00:00:00.0000Z', '0000-05-01T00:00:00.000Z'])(
  '%s comes from no cursor of ours',
  (text) => expect(CursorInstant.safeParse(text).success).toBe(false),
);

test('a cursor holds the first and the last millisecond that there is', () => {
  for (const text of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
    expect(CursorInstant.parse(text)).toBe(text);
  }
});
