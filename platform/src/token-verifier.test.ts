import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TokenIssuer, type TokenOptions, tokenVerifier } from './token-verifier.ts';

const SUBJECT = '01936b3e-8000-7000-8000-000000000001';
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

/** A real endpoint for keys, of which tests take keys away, and which they stop. */
async function keyServer(port = 0) {
  const state = { keys: [] as JWK[], status: 200, fetches: 0 };
  const server: Server = createServer((_, response) => {
    state.fetches++;
    response.writeHead(state.status).end(JSON.stringify({ keys: state.keys }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const stop = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return Object.assign(state, { url, stop });
}

let first: Pair;
let second: Pair;
let server: Awaited<ReturnType<typeof keyServer>>;
beforeAll(async () => {
  first = await generateKeyPair('ES256');
  second = await generateKeyPair('ES256');
});
beforeEach(async () => {
  server = await keyServer();
  server.keys = [await jwk(first, 'k1')];
});
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

const jwk = async ({ publicKey }: Pair, kid?: string): Promise<JWK> => ({
  ...(await exportJWK(publicKey)),
  ...(kid !== undefined && { kid }),
});

type Say = {
  claims?: object;
  kid?: string;
  iss?: string;
  aud?: string;
  exp?: string;
  nbf?: string;
};
const sign = async (
  pair: Pair,
  { claims = {}, kid = 'k1', iss = 'here', aud = 'us', exp = '1m', nbf }: Say = {},
) => {
  const token = new SignJWT({ sub: SUBJECT, ...claims })
    .setProtectedHeader({ alg: 'ES256', ...(kid && { kid }) })
    .setIssuer(iss)
    .setAudience(aud)
    .setExpirationTime(exp);
  return `Bearer ${await (nbf ? token.setNotBefore(nbf) : token).sign(pair.privateKey)}`;
};
const verifier = (issuer: Partial<TokenIssuer> = {}, options: TokenOptions = {}) =>
  tokenVerifier({ jwksUrl: server.url, issuer: 'here', audience: 'us', ...issuer }, options);
const refused = (reason: string) => ({ code: 'UNAUTHENTICATED', details: { reason } });
const unsigned = (header: object) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part({ sub: SUBJECT, iss: 'here', aud: 'us', exp: 9e9 })}`;
};

test('no header is a guest, unless a token is required', async () => {
  expect(await verifier()(undefined)).toBeNull();
  await expect(verifier({}, { isRequired: true })(undefined)).rejects.toMatchObject(
    refused('MISSING'),
  );
});

test('a good token is a viewer, and is verified once', async () => {
  const verify = verifier();
  const header = await sign(first, { claims: { roles: ['r'], scope: 'a:read a:write', sid: 's' } });
  const viewer = await verify(header);
  expect(viewer).toMatchObject({ id: SUBJECT, roles: ['r'], sessionId: 's' });
  expect(viewer?.scopes).toEqual(new Set(['a:read', 'a:write']));
  expect(viewer?.claims).toMatchObject({ iss: 'here', sub: SUBJECT });
  expect(viewer?.expiresAt).toBeGreaterThan(Date.now());
  expect(await verify(header)).toBe(viewer);
  expect(server.fetches).toBe(1);
});

test.each([
  [{ scope: ['a', 'b'] }],
  [{ scp: ['a', 'b'] }],
  [{ scp: 'a b' }],
  [{ permissions: ['a'], scope: 'b' }],
])('scopes are read from %j', async (claims) => {
  const viewer = await verifier()(await sign(first, { claims }));
  expect(viewer?.scopes).toEqual(new Set(['a', 'b']));
});

test.each([
  ['MALFORMED', async () => 'Basic abc'],
  ['MALFORMED', async () => 'Bearer'],
  ['MALFORMED', async () => `Bearer a.b.${'c'.repeat(20_000)}`],
  ['INVALID', async () => 'Bearer a.b.c'],
  ['INVALID', async () => `${(await sign(first)).slice(0, -4)}AAAA`],
  ['INVALID', async () => sign(second)],
  ['EXPIRED', async () => sign(first, { exp: '-1s' })],
  ['NOT_YET_VALID', async () => sign(first, { nbf: '10s' })],
  ['WRONG_ISSUER', async () => sign(first, { iss: 'there' })],
  ['WRONG_AUDIENCE', async () => sign(first, { aud: 'them' })],
  ['UNKNOWN_KEY', async () => sign(first, { kid: 'k9' })],
  ['INVALID_CLAIMS', async () => sign(first, { claims: { sub: '' } })],
  ['INVALID_CLAIMS', async () => sign(first, { claims: { scope: 7 } })],
  ['WRONG_ALGORITHM', async () => `Bearer ${unsigned({ alg: 'none' })}.x`],
])(
  '%s: told apart, refused again, and no network for what cannot be good',
  async (reason, header) => {
    const verify = verifier();
    const text = await header();
    await expect(verify(text)).rejects.toMatchObject(refused(reason));
    await expect(verify(text)).rejects.toMatchObject(refused(reason));
  },
);

test('a public key is never taken for the secret of HS256', async () => {
  const secret = new TextEncoder().encode(await exportSPKI(first.publicKey));
  const token = await new SignJWT({ sub: SUBJECT })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .setIssuer('here')
    .setAudience('us')
    .setExpirationTime('1m')
    .sign(secret);
  await expect(verifier()(`Bearer ${token}`)).rejects.toMatchObject(refused('WRONG_ALGORITHM'));
  expect(() => verifier({ algorithms: ['HS256'] })).toThrow('HS256');
  expect(() => verifier({ algorithms: ['none'] })).toThrow('none');
  const narrow = verifier({ algorithms: ['RS256'] });
  await expect(narrow(await sign(first))).rejects.toMatchObject(refused('WRONG_ALGORITHM'));
});

test('a token that expires is refused from then on, however often it was good', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const verify = verifier();
  const header = await sign(first, { exp: '5s' });
  expect(await verify(header)).not.toBeNull();
  vi.advanceTimersByTime(4_000);
  expect(await verify(header)).not.toBeNull();
  vi.advanceTimersByTime(2_000);
  await expect(verify(header)).rejects.toMatchObject(refused('EXPIRED'));
  const tolerant = verifier({}, { clockToleranceSeconds: 10 });
  expect(await tolerant(header)).toMatchObject({ id: SUBJECT });
});

test('keys rotate: a new key is found at once, an old one is forgotten with its tokens', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const verify = verifier();
  const old = await sign(first, { exp: '1h' });
  await verify(old);
  server.keys = [await jwk(second, 'k2')];
  vi.advanceTimersByTime(1_500);
  expect(await verify(await sign(second, { kid: 'k2' }))).toMatchObject({ id: SUBJECT });
  await expect(verify(old)).rejects.toMatchObject(refused('UNKNOWN_KEY'));
  expect(server.fetches).toBe(2);
});

test('unknown keys cannot make us fetch again and again', async () => {
  const verify = verifier();
  await verify(await sign(first));
  for (let i = 0; i < 5; i++) {
    const header = await sign(first, { kid: `x${i}` });
    await expect(verify(header)).rejects.toMatchObject(refused('UNKNOWN_KEY'));
  }
  expect(server.fetches).toBe(1);
});

test('stale keys serve on while their address is away, and refresh behind requests', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const verify = verifier({ refreshMs: 60_000 });
  await verify(await sign(first));
  server.status = 503;
  vi.advanceTimersByTime(3_600_000);
  for (const exp of ['1m', '2m', '3m']) {
    expect(await verify(await sign(first, { exp }))).toMatchObject({ id: SUBJECT });
  }
  await vi.waitFor(() => expect(server.fetches).toBe(2));
  server.status = 200;
  server.keys = [await jwk(second, 'k1')];
  vi.advanceTimersByTime(61_000);
  await verify(await sign(first, { exp: '4m' }));
  await vi.waitFor(async () => expect(await verify(await sign(second))).not.toBeNull());
  await expect(verify(await sign(first, { exp: '5m' }))).rejects.toMatchObject(refused('INVALID'));
});

test('while keys were never fetched a token is unavailable, not wrong, and good as soon as they are', async () => {
  server.status = 500;
  const verify = verifier({ cooldownMs: 50 });
  const header = await sign(first);
  await expect(verify(header)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(verify(header)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(server.fetches).toBe(1);
  server.status = 200;
  await vi.waitFor(async () => expect(await verify(header)).toMatchObject({ id: SUBJECT }));
});

test('issuers keep to their own keys', async () => {
  const other = await keyServer();
  other.keys = [await jwk(second, 'k1')];
  const verify = tokenVerifier([
    { jwksUrl: server.url, issuer: 'here', audience: 'us' },
    { jwksUrl: other.url, issuer: ['there', 'elsewhere'] },
  ]);
  expect(await verify(await sign(first))).toMatchObject({ id: SUBJECT });
  expect(await verify(await sign(second, { iss: 'elsewhere', aud: 'any' }))).not.toBeNull();
  await expect(verify(await sign(first, { iss: 'there' }))).rejects.toMatchObject(
    refused('INVALID'),
  );
  await expect(verify(await sign(first, { iss: 'x' }))).rejects.toMatchObject(
    refused('WRONG_ISSUER'),
  );
  await other.stop();
});

test('of issuers that may be meant, one that is away or knows the key says why', async () => {
  const other = await keyServer();
  other.keys = [await jwk(second, 'k2')];
  const verify = tokenVerifier([{ jwksUrl: server.url }, { jwksUrl: other.url }]);
  server.status = 500;
  await expect(verify(await sign(first))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  server.status = 200;
  await expect
    .poll(
      () =>
        sign(first)
          .then(verify)
          .catch(() => null),
      { timeout: 3_000 },
    )
    .toEqual(expect.objectContaining({ id: SUBJECT }));
  await expect(verify(await sign(first, { exp: '-1m' }))).rejects.toMatchObject(refused('EXPIRED'));
  await other.stop();
});

test('a token without a key id is tried with each key that fits', async () => {
  server.keys = [await jwk(second, 'k2'), await jwk(first, 'k1')];
  expect(await verifier()(await sign(first, { kid: '' }))).toMatchObject({ id: SUBJECT });
  const third = await generateKeyPair('ES256');
  await expect(verifier()(await sign(third, { kid: '' }))).rejects.toMatchObject(
    refused('INVALID'),
  );
});

test('subjects are anything, or UUIDs only where that is asked for', async () => {
  const header = await sign(first, { claims: { sub: 'auth0|5f7' } });
  expect(await verifier()(header)).toMatchObject({ id: 'auth0|5f7' });
  const strict = verifier({}, { subjectIsUuid: true });
  await expect(strict(header)).rejects.toMatchObject(refused('INVALID_CLAIMS'));
});

test('the word before the token is configured, or none', async () => {
  const token = (await sign(first)).slice('Bearer '.length);
  expect(await verifier({}, { prefix: 'Token' })(`token ${token}`)).not.toBeNull();
  expect(await verifier({}, { prefix: '' })(token)).not.toBeNull();
  await expect(verifier()(token)).rejects.toMatchObject(refused('MALFORMED'));
});
