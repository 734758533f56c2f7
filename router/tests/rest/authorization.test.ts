import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Router } from '../../src/compose.ts';
import { link } from '../authorization/graph.ts';
import { composed, startRouterOn } from '../graph/start.ts';
import { testSubgraph } from '../graph/subgraph-server.ts';
import { restFolder } from './stage.ts';

const subgraph = testSubgraph(
  's',
  `${link()}
  type Query { own: String @authenticated  things: [Thing!] }
  type Mutation { act: String @requiresScopes(scopes: [["act"]]) }
  type Thing { name: String  secret: String @requiresScopes(scopes: [["see"]]) }`,
  {
    Query: { own: () => 'mine', things: () => [{ name: 'n', secret: 's' }] },
    Mutation: { act: () => 'done' },
  },
);

const folder = restFolder(
  `
title: Guarded
version: '1'
routes:
  - { method: GET, path: /own, document: own.graphql, summary: Own., cache_control: public }
  - { method: GET, path: /things, document: things.graphql, summary: Things. }
  - { method: POST, path: /act, document: act.graphql, summary: Acts. }
`,
  {
    'own.graphql': 'query Own { own }',
    'things.graphql': 'query Things { things { name secret } }',
    'act.graphql': 'mutation Act { act }',
  },
);

const keys = createServer();
let router: Router;
let sign: (scope: string) => Promise<string>;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k' };
  keys.on('request', (_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  sign = (scope) =>
    new SignJWT({ scope, sub: 'me' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer('souk')
      .setAudience('souk')
      .setExpirationTime('1m')
      .sign(privateKey);
  await subgraph.start();
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed([subgraph]));
  router = await startRouterOn(file, folder, {
    REST_DIR: folder,
    JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
  });
});
afterAll(async () => {
  await router.close();
  await subgraph.stop();
  keys.close();
});
beforeEach(() => {
  subgraph.received = [];
});

const ask = async (method: string, path: string, scope?: string) => {
  const headers: Record<string, string> =
    scope === undefined ? {} : { authorization: `Bearer ${await sign(scope)}` };
  const response = await fetch(`${router.url}/rest${path}`, { method, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

test('what needs somebody is 401 for guests, and no subgraph is asked', async () => {
  const guest = await ask('GET', '/own');
  expect(guest.status).toBe(401);
  expect(guest.headers.get('www-authenticate')).toBe('Bearer');
  expect(guest.body).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  expect(subgraph.received).toEqual([]);
});

test('somebody gets it, and a public route is not public for her', async () => {
  const mine = await ask('GET', '/own', '');
  expect([mine.status, mine.body]).toEqual([200, 'mine']);
  expect(mine.headers.get('cache-control')).toBe('private');
});

test('what needs a scope is 403 without it, and nothing is done', async () => {
  const refused = await ask('POST', '/act', 'see');
  expect([refused.status, subgraph.received.length]).toEqual([403, 0]);
  expect((await ask('POST', '/act', 'act')).body).toBe('done');
});

test('a part that the viewer may not see is null, and told', async () => {
  const blind = await ask('GET', '/things', '');
  expect([blind.status, blind.body]).toEqual([200, [{ name: 'n', secret: null }]]);
  expect(blind.headers.get('partial-data')).toMatch(/secret";code=UNAUTHORIZED_FIELD_OR_TYPE/);
  expect((await ask('GET', '/things', 'see')).body).toEqual([{ name: 'n', secret: 's' }]);
});

test('where GraphQL tells refusals as extensions, routes tell them all the same', async () => {
  const file = join(folder, 'supergraph.graphql');
  const quiet = await startRouterOn(file, folder, {
    REST_DIR: folder,
    JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
    AUTHORIZATION_ERRORS: 'extensions',
  });
  const headers = { authorization: `Bearer ${await sign('see')}` };
  const refused = await fetch(`${quiet.url}/rest/act`, { method: 'POST', headers });
  const blind = await fetch(`${quiet.url}/rest/things`);
  await quiet.close();
  expect(refused.status).toBe(403);
  expect(blind.headers.get('partial-data')).toMatch(/secret";code=UNAUTHORIZED_FIELD_OR_TYPE/);
  expect(blind.headers.get('cache-control')).toBe('no-store');
});

test('a token that is none is refused before anything else', async () => {
  const headers = { authorization: 'Bearer e30.e30.e30' };
  const response = await fetch(`${router.url}/rest/things`, { headers });
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});
