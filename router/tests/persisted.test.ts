import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { hotRequests, post } from './graph/post.ts';
import { startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const started: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const router of started.splice(0)) await router.close();
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (hash: string, version = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash: hash } },
});
const QUERY = '{ viewer { name } }';
const ANSWER = { data: { viewer: { name: 'Mina' } } };

async function ask(url: string, request: object) {
  const { status, text } = await post(url, JSON.stringify(request));
  const answer = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { status, answer, code: answer.errors?.[0]?.extensions.code };
}

test('a query is registered by its hash, and then asked for by the hash alone, past the judge', async () => {
  const { url } = graph.router;
  const hash = persisted(sha256(QUERY));
  expect(await ask(url, hash)).toMatchObject({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
  expect((await ask(url, { query: QUERY, ...hash })).answer).toEqual(ANSWER);
  const before = await hotRequests(url);
  expect((await ask(url, hash)).answer).toEqual(ANSWER);
  expect((await ask(url, { query: QUERY, ...hash })).answer).toEqual(ANSWER);
  expect((await hotRequests(url)) - before).toBe(2);
  const search = new URLSearchParams({ extensions: JSON.stringify(hash.extensions) });
  const got = await fetch(`${url}/graphql?${search}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(await got.json()).toEqual(ANSWER);
});

test('a hash that is not the text’s registers nothing', async () => {
  const { url } = graph.router;
  const wrong = persisted(sha256('{ other }'));
  await ask(url, { query: QUERY });
  const refused = { status: 400, code: 'BAD_USER_INPUT' };
  expect(await ask(url, { query: QUERY, ...wrong })).toMatchObject(refused);
  expect((await ask(url, wrong)).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect(await ask(url, persisted(sha256(QUERY), 2))).toMatchObject(refused);
});

async function trusting(mode: string, manifest: object) {
  const file = join(graph.folder, `${mode}.json`);
  writeFileSync(file, JSON.stringify(manifest));
  const env = { TRUSTED_DOCUMENTS_FILE: file, TRUSTED_DOCUMENTS: mode };
  const router = await startRouterOn(graph.supergraphFile, graph.folder, env);
  started.push(router);
  return { url: router.url, file };
}

const APOLLO = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: sha256(QUERY), name: 'A', type: 'query', body: QUERY }],
};

test('only trusted documents are executed where that is enforced, by id or by text', async () => {
  const { url } = await trusting('enforced', APOLLO);
  for (const _ of ['judged', 'hot']) {
    expect((await ask(url, { documentId: sha256(QUERY) })).answer).toEqual(ANSWER);
    expect((await ask(url, persisted(sha256(QUERY)))).answer).toEqual(ANSWER);
    expect((await ask(url, { query: QUERY })).answer).toEqual(ANSWER);
    expect((await ask(url, { query: '{viewer{name}} # same' })).answer).toEqual(ANSWER);
  }
  expect(await hotRequests(url)).toBe(6);
  expect(await ask(url, { query: '{ people { id } }' })).toMatchObject({
    status: 403,
    code: 'QUERY_NOT_IN_SAFE_LIST',
  });
  expect(await ask(url, { documentId: 'x' })).toMatchObject({
    status: 404,
    code: 'PERSISTED_QUERY_NOT_IN_LIST',
  });
  expect(await ask(url, { documentId: sha256(QUERY), query: '{ people { id } }' })).toMatchObject({
    status: 400,
    code: 'CANNOT_SEND_PQ_ID_AND_BODY',
  });
  const { href } = new URL('/graphql?query=%7Bpeople%7Bid%7D%7D', url);
  expect((await fetch(href, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(403);
});

test('texts are refused where ids are asked for, also those judged before', async () => {
  const { url } = await trusting('ids', { a: QUERY });
  expect((await ask(url, { documentId: 'a' })).answer).toEqual(ANSWER);
  expect((await ask(url, { documentId: 'a' })).answer).toEqual(ANSWER);
  expect(await ask(url, { query: QUERY })).toMatchObject({
    status: 400,
    code: 'PERSISTED_QUERY_ID_REQUIRED',
  });
});

test('a changed manifest is followed, a bad one is not, and what it drops is executed no longer', async () => {
  const { url, file } = await trusting('enforced', { a: QUERY });
  await ask(url, { query: QUERY });
  expect((await ask(url, { query: QUERY })).answer).toEqual(ANSWER);
  const until = async (id: string, status: number) => {
    const deadline = Date.now() + 10_000;
    while ((await ask(url, { documentId: id })).status !== status) {
      if (Date.now() > deadline) throw new Error('not in time');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  writeFileSync(file, JSON.stringify({ b: '{ people { name } }' }));
  await until('b', 200);
  expect((await ask(url, { query: QUERY })).code).toBe('QUERY_NOT_IN_SAFE_LIST');
  writeFileSync(file, '{"c": 1}');
  await new Promise((resolve) => setTimeout(resolve, 700));
  await until('b', 200);
});

test('a manifest that cannot be used is refused at the start, by name', async () => {
  await expect(trusting('optional', { a: 1 })).rejects.toThrow(/optional\.json.*cannot be used/);
});
