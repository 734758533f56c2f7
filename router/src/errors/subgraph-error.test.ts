import { expect, test } from 'vitest';
import { isMasked, toFailure } from './subgraph-error.ts';

test('a coded error keeps its message and details, and loses its stack', () => {
  const raw = {
    message: 'Out of stock.',
    extensions: {
      code: 'CONFLICT',
      left: 0,
      stacktrace: ['at secret.js'],
      exception: {},
      url: 'http://10.0.0.1',
      serviceName: 'inner',
    },
  };
  expect(toFailure('products', raw)).toEqual({
    message: 'Out of stock.',
    extensions: { code: 'CONFLICT', left: 0, service: 'products' },
  });
  expect(isMasked(raw)).toBe(false);
});

test.each([
  ['no code', {}],
  ['an internal code', { code: 'INTERNAL_SERVER_ERROR' }],
  ['a validation failure, which is our fault', { code: 'GRAPHQL_VALIDATION_FAILED' }],
  ['a code that is no code', { code: 'see http://10.0.0.1' }],
  ['a code that is no string', { code: { a: 1 } }],
  ['no extensions', 'x'],
])('an error with %s says nothing', (_, extensions) => {
  const raw = { message: 'relation "users" does not exist', extensions };
  expect(isMasked(raw)).toBe(true);
  expect(toFailure('products', raw)).toEqual({
    message: 'The service "products" failed.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'products' },
  });
});
