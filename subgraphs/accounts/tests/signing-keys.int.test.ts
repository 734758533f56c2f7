import { openDatabase } from '@souk/platform/database';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { startTestSubgraph, testScope } from '../../../tests/subgraph.ts';
import { sealWith } from '../src/store/seal.ts';
import { signingKeyStore } from '../src/store/signing-keys.ts';
import * as tables from '../src/store/tables.ts';
import { accountsUnderTest, composeWith, PASSWORD, SIGN_IN } from './accounts.ts';

const accounts = accountsUnderTest({ SIGNING_KEY_RELOAD_SECONDS: '0' });

const keySet = async (): Promise<{ kid: string; alg: string; d?: string }[]> => {
  const response = await accounts.graph.http.inject('/.well-known/jwks.json');
  return response.json().keys;
};
/** Asks the key set anew, as a process that has just started would. */
const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${accounts.graph.url}/.well-known/jwks.json`)), {
    issuer: 'souk',
    audience: 'souk',
  });
const kid = (token: string) => decodeProtectedHeader(token).kid;
const ageCurrent = () =>
  accounts.database.sql`update signing_keys set created_at = created_at - interval '8 days'
    where retired_at is null`;

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

test('the key set is public, and holds no private key', async () => {
  const keys = await keySet();
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) {
    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
    expect(key).not.toHaveProperty('d');
  }
});

test('a private key is sealed at rest', async () => {
  await keySet();
  const rows = await accounts.database.sql`select * from signing_keys`;
  expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
  expect(JSON.stringify(rows)).not.toContain('"d"');
  const seal = sealWith('a secret of at least thirty-two characters');
  expect(seal.open(rows[0]?.sealed_private_key, rows[0]?.id)).toContain('BEGIN PRIVATE KEY');
});

test('after a rotation new tokens have the new key, and old ones verify until they expire', async () => {
  const before = await accounts.join();
  await ageCurrent();
  const after = await accounts.join();
  expect(kid(after.token)).not.toBe(kid(before.token));
  expect((await keySet()).map((key) => key.kid)).toEqual(
    expect.arrayContaining([kid(before.token), kid(after.token)]),
  );
  expect((await verify(before.token)).payload.sub).toBe(before.id);
  expect((await verify(after.token)).payload.sub).toBe(after.id);

  await accounts.database.sql`update signing_keys set retired_at = retired_at - interval '2 hours'`;
  expect((await keySet()).map((key) => key.kid)).toEqual([kid(after.token)]);
  await expect(verify(before.token)).rejects.toThrow();
});

test('a running subgraph accepts tokens of a key that came after it started', async () => {
  const before = await accounts.join();
  const viewer = '{ viewer { id } }';
  await accounts.graph.query(viewer, null, before.token);
  await ageCurrent();
  // jose asks for an unknown key at most once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const after = await accounts.join();
  const answer = await accounts.graph.query(viewer, null, after.token);
  expect(answer.data.viewer.id).toBe(after.id);
});

test('many replicas that find the key too old make one new key', async () => {
  await accounts.join();
  await accounts.database.sql`delete from signing_keys where retired_at is not null`;
  await ageCurrent();
  const stores = [1, 2, 3].map(() => {
    const database = openDatabase({
      url: accounts.database.url,
      schema: tables,
      name: 'replica',
      maxConnections: 2,
    });
    opened.push(database);
    return signingKeyStore(database.db, sealWith('a secret of at least thirty-two characters'), {
      rotationSeconds: 7 * 86_400,
      graceSeconds: 3_600,
    });
  });
  const keys = await Promise.all(
    stores.flatMap((store) => [store.current(), store.current(), store.current()]),
  );
  expect(new Set(keys.map((key) => key.id)).size).toBe(1);
  expect(await accounts.database.sql`select id from signing_keys`).toHaveLength(2);
});

test('a key can be retired before its time', async () => {
  const { token } = await accounts.join();
  const database = openDatabase({
    url: accounts.database.url,
    schema: tables,
    name: 'operator',
    maxConnections: 1,
  });
  opened.push(database);
  const seal = sealWith('a secret of at least thirty-two characters');
  const store = signingKeyStore(database.db, seal, { rotationSeconds: 60, graceSeconds: 3_600 });
  const fresh = await store.rotate();
  expect(fresh.id).not.toBe(kid(token));
  expect(kid((await accounts.join()).token)).toBe(fresh.id);
});

test('with another secret a new key takes over, and old tokens stay good', async () => {
  const before = await accounts.join();
  const env = { AUTH_SECRET: 'quite another secret of that length', SIGN_IN_MAX_ATTEMPTS: '5' };
  const composition = composeWith(accounts.database.url, env, testScope());
  const restarted = await startTestSubgraph(composition, 'own');
  opened.push(restarted);
  const { data } = await restarted.query(SIGN_IN, { ...before, password: PASSWORD });
  expect(kid(data.signIn.accessToken)).not.toBe(kid(before.token));
  const answer = await restarted.query('{ viewer { id } }', null, before.token);
  expect(answer.data.viewer.id).toBe(before.id);
});
