import { expect, test } from 'vitest';
import { ConfigError, parseEnv, ServiceEnv } from './config.ts';

const good = {
  PORT: '4101',
  DATABASE_URL: 'postgres://me:secret@127.0.0.1:5432/db',
  JWKS_URL: 'http://127.0.0.1:4101/.well-known/jwks.json',
};

test('a good environment is read, with defaults and numbers', () => {
  expect(parseEnv(ServiceEnv, good)).toMatchObject({ PORT: 4101, HOST: '127.0.0.1' });
});

test('an empty variable counts as absent', () => {
  expect(parseEnv(ServiceEnv, { ...good, HOST: '' }).HOST).toBe('127.0.0.1');
});

test('every key at fault is named, and no value is repeated', () => {
  const bad = () =>
    parseEnv(ServiceEnv, { ...good, PORT: 'high', DATABASE_URL: 'mysql://s3cret@x' });
  expect(bad).toThrow(ConfigError);
  expect(bad).toThrow(/PORT: [\s\S]*DATABASE_URL: /);
  expect(bad).not.toThrow(/s3cret/);
});
