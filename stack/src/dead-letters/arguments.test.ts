import { expect, test } from 'vitest';
import { UsageError } from '../config/flags.ts';
import { parseAsked } from './arguments.ts';

const ID = '01a204a2-6562-7722-a008-d1fa744cee4a';

test('a command, its ids and its options are read', () => {
  expect(parseAsked(['redrive', ID, '--service=orders', '--json'])).toEqual({
    verb: 'redrive',
    ids: [ID],
    all: false,
    service: 'orders',
    json: true,
  });
  expect(parseAsked(['-h'])).toBeNull();
});

test.each([
  [[], 'Say one of: list, read, redrive, drop.'],
  [['burn'], 'Say one of: list, read, redrive, drop.'],
  [['list', ID], 'list takes no ids.'],
  [['read'], 'read takes one id.'],
  [['read', 'x'], 'x is not the id of a dead letter.'],
  [['redrive'], 'redrive takes ids, or --all.'],
  [['redrive', ID, '--all'], 'redrive takes ids, or --all.'],
  [['drop', '--all'], 'drop --all needs --service.'],
])('%j is refused: %s', (args, message) => {
  expect(() => parseAsked(args)).toThrow(new UsageError(message));
});
