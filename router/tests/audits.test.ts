import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startGraph, type TestGraph } from './graph/start.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const PREFLIGHTED = { 'apollo-require-preflight': '1' };

/**
 * The suite asks for answers to GET without a preflight, which is refused here on purpose: so the
 * header that a client sends that means it goes along.
 */
const audits = serverAudits({
  url: () => `${graph.router.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: { ...PREFLIGHTED, ...(init.headers as Record<string, string>) },
    }),
});

test('the suite is whole', () => {
  expect(audits).toHaveLength(61);
});

// Twice: the first time Apollo Server judges, the second time the hot path answers what it may.
test.each(['judged', 'judged before'])('GraphQL over HTTP, 61 of 61: %s', async () => {
  const failed: unknown[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok') failed.push([audit.id, audit.name, result.reason]);
  }
  expect(failed).toEqual([]);
});
