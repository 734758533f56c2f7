import { expect, test } from 'vitest';
import { parseOptions, UsageError } from './flags.ts';

const parse = (args: string[], env: Record<string, string> = {}) =>
  parseOptions(args, env, ['accounts', 'products'], '/souk');

test('without flags everything runs once, on the default ports and data directory', () => {
  expect(parse([])).toEqual({
    fresh: false,
    seed: true,
    only: null,
    scale: {},
    portOffset: 0,
    bus: null,
    dataDirectory: '/souk/.data',
  });
});

test('flags and environment are read together, and an empty variable counts as absent', () => {
  const args = ['--fresh', '--no-seed', '--scale', 'products=3', '--only=accounts,products'];
  expect(parse(args, { SOUK_PORT_OFFSET: '3000', SOUK_DATA_DIR: '/var/souk' })).toEqual({
    fresh: true,
    seed: false,
    only: ['accounts', 'products'],
    scale: { products: 3 },
    portOffset: 3000,
    bus: null,
    dataDirectory: '/var/souk',
  });
  expect(parse([], { SOUK_PORT_OFFSET: '' })?.portOffset).toBe(0);
});

test('--scale may be repeated or separated by commas', () => {
  const scale = { products: 3, accounts: 2 };
  expect(parse(['--scale', 'products=3', '--scale', 'accounts=2'])?.scale).toEqual(scale);
  expect(parse(['--scale', 'products=3,accounts=2'])?.scale).toEqual(scale);
});

test('another bus is named by flag or by environment, and the flag goes first', () => {
  const env = { SOUK_BUS_URL: 'kafka://localhost:9092' };
  expect(parse([], env)?.bus).toBe('kafka://localhost:9092');
  expect(parse(['--bus', 'amqp://me:secret@rabbit'], env)?.bus).toBe('amqp://me:secret@rabbit');
});

test('help is asked for by either name', () => {
  expect([parse(['--help']), parse(['-h'])]).toEqual([null, null]);
});

test.each([
  [['--only', 'reviews'], {}, 'There is no service "reviews". There are: accounts, products.'],
  [['--scale', 'reviews=2'], {}, 'There is no service "reviews". There are: accounts, products.'],
  [['--scale', 'products'], {}, '--scale must look like products=3, with 1 to 9 instances.'],
  [['--scale', 'products=0'], {}, '--scale must look like products=3, with 1 to 9 instances.'],
  [['--scale', 'products=10'], {}, '--scale must look like products=3, with 1 to 9 instances.'],
  [
    ['--only', 'accounts', '--scale', 'products=2'],
    {},
    '--scale products: --only leaves products out.',
  ],
  [
    ['--bus', 'nats://x'],
    {},
    '--bus must be a URL that starts with postgres://, amqp:// or kafka://.',
  ],
  [
    [],
    { SOUK_BUS_URL: 'rabbit' },
    'SOUK_BUS_URL must be a URL that starts with postgres://, amqp:// or kafka://.',
  ],
  [['--freshh'], {}, "Unknown option '--freshh'."],
  [['everything'], {}, "Unexpected argument 'everything'."],
  [[], { SOUK_PORT_OFFSET: 'ten' }, 'SOUK_PORT_OFFSET must be a whole number.'],
  [[], { SOUK_PORT_OFFSET: '1.5' }, 'SOUK_PORT_OFFSET must be a whole number.'],
  [['--only', ''], {}, '--only needs the name of a service.'],
  [[], { SOUK_PORT_OFFSET: '-1' }, 'SOUK_PORT_OFFSET must not be negative.'],
  [[], { SOUK_PORT_OFFSET: '60000' }, 'SOUK_PORT_OFFSET must be at most 50000.'],
])('%j with %j is refused: %s', (args, env, message) => {
  expect(() => parse(args, env)).toThrow(new UsageError(message));
});
