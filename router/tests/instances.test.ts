import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shop } from './graph/shop.ts';
import { startGraph, type TestGraph } from './graph/start.ts';
import type { TestSubgraph } from './graph/subgraph-server.ts';

let graph: TestGraph;
let second: TestSubgraph;
const file = join(mkdtempSync(join(tmpdir(), 'router-discovery-')), 'discovery.json');

beforeAll(async () => {
  const [accounts] = shop();
  if (accounts === undefined) throw new Error('no subgraph');
  second = accounts;
  await second.start();
  writeFileSync(file, '{}');
  graph = await startGraph({ DISCOVERY_FILE: file });
});
afterAll(async () => {
  await graph.close();
  await second.stop();
});

const known = async (...urls: string[]) => {
  const instances = urls.map((url, i) => ({ id: `accounts-${i}`, http: new URL(url).origin }));
  writeFileSync(file, JSON.stringify({ accounts: instances }));
  await new Promise((resolve) => setTimeout(resolve, 500));
};
const clear = () => {
  second.received = [];
  graph.subgraph('accounts').received = [];
};

test("a service that discovery does not know is asked at the supergraph's address", async () => {
  expect((await graph.ask('{ viewer { id } }')).data).toEqual({ viewer: { id: 'u1' } });
  expect(graph.subgraph('accounts').received).toHaveLength(1);
});

test('instances share the work, and come and go', async () => {
  await known(graph.subgraph('accounts').url, second.url);
  clear();
  // The one that was slower at first is tried again after a while.
  const both = [graph.subgraph('accounts'), second];
  const until = performance.now() + 15_000;
  while (both.some(({ received }) => received.length < 3) && performance.now() < until) {
    await graph.ask('{ viewer { id } }');
  }
  for (const { received } of both) expect(received.length).toBeGreaterThan(2);
  await known(second.url);
  clear();
  for (let i = 0; i < 3; i++) await graph.ask('{ viewer { id } }');
  expect(second.received).toHaveLength(3);
});

test('while one instance is gone, the other answers every query', async () => {
  await known(graph.subgraph('accounts').url, second.url);
  await graph.subgraph('accounts').stop();
  for (let i = 0; i < 6; i++) {
    const answer = await graph.ask('{ viewer { id } }');
    expect(answer.errors).toBeUndefined();
  }
  await graph.subgraph('accounts').start();
});
