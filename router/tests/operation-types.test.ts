import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composed, startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
let router: Awaited<ReturnType<typeof startRouterOn>>;
beforeAll(async () => {
  graph = await startGraph();
  const file = join(graph.folder, 'queries-only.graphql');
  const readable = { ...graph.subgraph('accounts'), sdl: 'type Query { hello: String }' };
  writeFileSync(file, composed([readable]));
  router = await startRouterOn(file, graph.folder);
});
afterAll(async () => {
  await router.close();
  await graph.close();
});

test.each([
  ['mutation', 'application/json'],
  ['subscription', 'application/json'],
  ['mutation', 'text/event-stream'],
  ['subscription', 'text/event-stream'],
])(
  'a %s that the graph has no type for is refused as invalid, asked for as %s',
  async (kind, accept) => {
    const response = await fetch(`${router.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: `${kind} Nobody { x }` }),
    });
    const text = await response.text();
    expect(text).toContain(`The ${kind} operation is not supported by the schema.`);
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(text).toContain('"locations":[{"line":1,"column":1}]');
  },
);
