import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { mayActOn, requireScope, requireViewer, tokenVerifier, type Viewer } from './identity.ts';

const SUBJECT = '01936b3e-8000-7000-8000-000000000001';
const issued = { issuer: 'here', audience: 'us' };
let server: Server;
let jwksUrl: string;
let sign: (claims: object, options?: { issuer?: string; expires?: string }) => Promise<string>;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  sign = (claims, { issuer = 'here', expires = '1m' } = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject(SUBJECT)
      .setIssuer(issuer)
      .setAudience('us')
      .setExpirationTime(expires)
      .sign(privateKey);
});
afterAll(() => server.close());

test('no header is a guest', async () => {
  expect(await tokenVerifier({ jwksUrl, ...issued })(undefined)).toBeNull();
});

test('a good token is a viewer with roles and scopes', async () => {
  const token = await sign({ roles: ['r'], scope: 'things:read things:write', sid: 's' });
  const viewer = await tokenVerifier({ jwksUrl, ...issued })(`Bearer ${token}`);
  expect(viewer).toEqual({
    id: SUBJECT,
    roles: ['r'],
    scopes: new Set(['things:read', 'things:write']),
    sessionId: 's',
  });
});

test.each([
  ['a header that is no bearer token', async () => 'Basic abc'],
  ['a token of three random parts', async () => 'Bearer a.b.c'],
  ['an expired token', async () => `Bearer ${await sign({}, { expires: '-1m' })}`],
  ['a token of another issuer', async () => `Bearer ${await sign({}, { issuer: 'there' })}`],
  ['a token with its signature cut', async () => `Bearer ${(await sign({})).slice(0, -4)}AAAA`],
])('%s is refused', async (_, header) => {
  const refused = tokenVerifier({ jwksUrl, ...issued })(await header());
  await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a token signed with no algorithm is refused', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'none' })}.${part({ sub: SUBJECT, exp: 9e9 })}.x`;
  const refused = tokenVerifier({ jwksUrl, ...issued })(`Bearer ${token}`);
  await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('while the keys cannot be fetched a token is unavailable, not wrong', async () => {
  const verify = tokenVerifier({ jwksUrl: 'http://127.0.0.1:1/', ...issued });
  await expect(verify(`Bearer ${await sign({})}`)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

const viewer: Viewer = { id: 'me', roles: [], scopes: new Set(['a:read']), sessionId: null };

test('guests are asked to sign in, others are told which scope they lack', () => {
  expect(() => requireViewer(null)).toThrow(AppError);
  expect(requireScope(viewer, 'a:read')).toBe(viewer);
  expect(() => requireScope(viewer, 'b:read')).toThrow('b:read');
});

test('an owner may act, so may a scope, nobody else', () => {
  expect(mayActOn(viewer, 'me', 'b:read')).toBe(true);
  expect(mayActOn(viewer, 'you', 'a:read')).toBe(true);
  expect(mayActOn(viewer, 'you', 'b:read')).toBe(false);
  expect(mayActOn(viewer, null, 'b:read')).toBe(false);
  expect(mayActOn(null, null, 'b:read')).toBe(false);
});
