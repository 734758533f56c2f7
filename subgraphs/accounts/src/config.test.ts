import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const env = {
  PORT: '4101',
  DATABASE_URL: 'postgres://localhost/accounts',
  JWKS_URL: 'http://127.0.0.1:4101/.well-known/jwks.json',
  AUTH_SECRET: 'x'.repeat(32),
};

test('an access token lives for ten minutes', () => {
  expect(parseConfig(env).ACCESS_TOKEN_SECONDS).toBe(600);
});

test('there is no default secret, and a short one is refused', () => {
  const { AUTH_SECRET: _, ...rest } = env;
  expect(() => parseConfig(rest)).toThrow(/AUTH_SECRET/);
  expect(() => parseConfig({ ...env, AUTH_SECRET: 'short' })).toThrow(/AUTH_SECRET/);
});

test('a retired key must outlive the tokens that it signed', () => {
  expect(() => parseConfig({ ...env, SIGNING_KEY_GRACE_SECONDS: '630' })).toThrow(
    /SIGNING_KEY_GRACE_SECONDS/,
  );
});
