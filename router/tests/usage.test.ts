import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseUsage } from '../src/usage/usage-file.ts';
import { startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SECRET = 'a secret of the tests';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const recording = (env: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'usage-'));
  const started = startRouterOn(graph.supergraphFile, graph.folder, {
    ...{ USAGE_DIR: folder, USAGE_SECRET: SECRET, INSTANCE_ID: 'router-1', MAX_BATCH: '10' },
    ...env,
  });
  return started.then((router) => ({ ...router, file: join(folder, 'router-1.json') }));
};

const send = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const web = { 'apollographql-client-name': 'web', 'apollographql-client-version': '1.0' };
const usageOf = async (url: string, secret = SECRET) => {
  const answer = await fetch(`${url}/usage`, { headers: { authorization: `Bearer ${secret}` } });
  return { status: answer.status, text: await answer.text() };
};

test('what clients send is counted by client, through both doors, in batches and by hash', async () => {
  const router = await recording();
  const me = { query: 'fragment N on User { name } query Me { viewer { ...N } }' };
  for (const _ of ['judged', 'hot', 'hot']) await send(router.url, me, web);
  await send(router.url, [me, { query: '{ viewer { id: name } }' }], { ...web });
  await send(router.url, me);
  const sha256Hash = createHash('sha256').update(me.query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  await send(router.url, { ...me, extensions });
  await send(router.url, { extensions }, web);
  await send(router.url, { query: '{ nonsense }' }, web);
  const { operations } = parseUsage((await usageOf(router.url)).text);
  await router.close();
  expect(operations).toMatchObject([
    { client: 'unknown', name: 'Me', requests: 2 },
    { client: 'web', name: null, requests: 1 },
    {
      client: 'web',
      name: 'Me',
      requests: 5,
      versions: ['1.0'],
      document: 'fragment N on User{name}query Me{viewer{...N}}',
    },
  ]);
});

test('a record is written as the router ends, and goes on where it ended', async () => {
  const first = await recording();
  await send(first.url, { query: '{ viewer { name } }' }, web);
  await first.close();
  expect(parseUsage(readFileSync(first.file, 'utf8')).operations).toMatchObject([{ requests: 1 }]);
  const again = await recording({ USAGE_DIR: join(first.file, '..') });
  await send(again.url, { query: '{ viewer { name } }' }, web);
  await again.close();
  expect(parseUsage(readFileSync(first.file, 'utf8')).operations).toMatchObject([{ requests: 2 }]);
});

test('nothing of a person is recorded: of literals, variables, comments, aliases, headers', async () => {
  const router = await recording();
  const [email, token] = ['mina@souk.example', 'eyJhbGciOiJFZERTQSJ9'];
  const query = `# for ${email}, ${token}
    query Find($name: String! = "${email}") {
      ${token}: named(name: "${email}") { id }
      named(name: $name) { id @include(if: true) }
    }`;
  const body = { query, variables: { name: email } };
  const headers = { authorization: `Bearer ${token}`, 'apollographql-client-name': email };
  const { status } = await send(router.url, body, headers);
  expect(status).toBe(200);
  const { text } = await usageOf(router.url);
  await router.close();
  const file = readFileSync(router.file, 'utf8');
  expect(file).toContain('query Find(');
  for (const each of [text, file]) expect(each).not.toMatch(/mina|souk\.example|eyJ/i);
});

test('the record is shown to who has the secret, and to nobody else', async () => {
  const router = await recording();
  expect((await usageOf(router.url, 'another secret')).status).toBe(401);
  expect((await usageOf(router.url)).status).toBe(200);
  await router.close();
  expect((await usageOf(graph.router.url)).status).toBe(404);
});

test('a file that is no record is left alone, and the router does not start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'usage-'));
  writeFileSync(join(folder, 'router-1.json'), 'mine');
  await expect(recording({ USAGE_DIR: folder })).rejects.toThrow(/router-1\.json is no record/);
  expect(readFileSync(join(folder, 'router-1.json'), 'utf8')).toBe('mine');
  expect(existsSync(join(folder, 'router-1.json.new'))).toBe(false);
});
