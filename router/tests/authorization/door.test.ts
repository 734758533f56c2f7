import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@souk/platform/log';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Router, startRouter } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { composed } from '../graph/start.ts';
import { testSubgraph } from '../graph/subgraph-server.ts';
import { link } from './graph.ts';

const acted: string[] = [];
const subgraph = testSubgraph(
  's',
  `${link()}
  type Query { open: String!  own: String @authenticated  things: [Thing!]! }
  type Mutation { act: String @requiresScopes(scopes: [["act"]])  rest: String }
  type Thing { name: String  secret: String @requiresScopes(scopes: [["see"]]) }`,
  {
    Query: { open: () => 'o', own: () => 'mine', things: () => [{ name: 'n', secret: 's' }] },
    Mutation: {
      act: () => acted.push('act') && 'done',
      rest: () => acted.push('rest') && 'rested',
    },
  },
);
let router: Router;
let folder: string;
let token: (scope: string) => Promise<string>;
const keys = createServer();

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k' };
  keys.on('request', (_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  token = (scope) =>
    new SignJWT({ scope, sub: 'me' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer('souk')
      .setAudience('souk')
      .setExpirationTime('1m')
      .sign(privateKey);
  await subgraph.start();
  folder = mkdtempSync(join(tmpdir(), 'router-test-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed([subgraph]));
  const env = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
    TOKEN_HEADER: 'X-Token',
    TOKEN_PREFIX: 'none',
    DEMAND_CONTROL: 'enforce',
    MAX_COST: '25',
    CONTRACTS: JSON.stringify({ part: { file } }),
  };
  const config = parseConfig([], env, { SUPERGRAPH_FILE: file, EXAMPLES_DIR: folder });
  if (config === null) throw new Error('no configuration');
  router = await startRouter(config, createLogger({ name: 'test', level: 'silent' }));
}, 60_000);
afterAll(async () => {
  await router.close();
  await subgraph.stop();
  keys.close();
  rmSync(folder, { recursive: true });
}, 60_000);

async function ask(query: string, scope?: string, path = '/graphql') {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (scope !== undefined) headers['x-token'] = await token(scope);
  const body = JSON.stringify({ query });
  const response = await fetch(`${router.url}${path}`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}
const refused = (column: number, path: string) =>
  `{"message":"Unauthorized field or type","locations":[{"line":1,"column":${column}}],"path":${path},"extensions":{"code":"UNAUTHORIZED_FIELD_OR_TYPE"}}`;

test('through both doors a guest gets nulls and errors, others what their scopes allow', async () => {
  const query = '{ open own things { name secret } }';
  for (let i = 0; i < 3; i++) {
    expect(await ask(query)).toEqual({
      status: 200,
      text: `{"errors":[${refused(8, '["own"]')},${refused(26, '["things","@","secret"]')}],"data":{"open":"o","own":null,"things":[{"name":"n","secret":null}]}}\n`.trimEnd(),
    });
    expect((await ask(query, 'see')).text.trim()).toBe(
      '{"data":{"open":"o","own":"mine","things":[{"name":"n","secret":"s"}]}}',
    );
  }
  expect(subgraph.received.filter((each) => /secret/.test(each.query))).toHaveLength(3);
}, 30_000);

test('at the path of a contract rules hold as in the whole graph', async () => {
  const query = '{ open own things { name secret } }';
  for (let i = 0; i < 2; i++) {
    const guests = await ask(query, undefined, '/part/graphql');
    expect(guests).toEqual(await ask(query));
    expect(JSON.parse(guests.text).errors).toHaveLength(2);
    expect(await ask(query, 'see', '/part/graphql')).toEqual(await ask(query, 'see'));
  }
}, 30_000);

test('of a mutation nothing refused is executed', async () => {
  const { text } = await ask('mutation { act rest }', 'see');
  expect(JSON.parse(text).data).toEqual({ act: null, rest: 'rested' });
  expect(acted).toEqual(['rest']);
}, 30_000);

test('an operation over the cost limit is refused through both doors', async () => {
  const query = '{ a: things { name } b: things { name } c: things { name } }';
  for (let i = 0; i < 2; i++) {
    const { status, text } = await ask(query);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors[0].extensions).toMatchObject({
      code: 'COST_ESTIMATED_TOO_EXPENSIVE',
      cost: { estimated: 30, max: 25 },
    });
  }
}, 30_000);
