import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { readSupergraphConfig, SupergraphConfigError } from './supergraph-config.ts';

const subgraph = (name: string, sdl: string) => ({
  name,
  url: `http://127.0.0.1/${name}`,
  file: `${name}.graphql`,
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n${sdl}`,
});
const folder = mkdtempSync(path.join(tmpdir(), 'supergraph-'));
const write = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

test('subgraphs compose into one supergraph', () => {
  const composed = compose([
    subgraph('a', 'type Query { thing: Thing }\ntype Thing @key(fields: "id") { id: ID! }'),
    subgraph('b', 'type Thing @key(fields: "id") { id: ID! size: Int }'),
  ]);
  expect(composed).toHaveProperty('supergraph', expect.stringContaining('size: Int @join__field'));
});

test('a syntax error names the subgraph, the file and the line', () => {
  const composed = compose([subgraph('a', 'type Query {\n  x: \n}')]);
  expect(composed).toEqual({
    errors: [expect.stringMatching(/^\[a\] Syntax[\s\S]*a\.graphql:4$/)],
  });
});

test('a conflict between subgraphs names a place', () => {
  const composed = compose([
    subgraph('a', 'type Query { x: Int }\ntype T { f: Int }'),
    subgraph('b', 'type T { f: String }'),
  ]);
  expect(composed).toHaveProperty('errors', [
    expect.stringMatching(/T\.f[\s\S]*\.graphql:\d+/),
    expect.anything(),
  ]);
});

test('a supergraph.yaml is read with paths relative to itself', () => {
  write('a.graphql', 'type Query { x: Int }');
  const file = write(
    'supergraph.yaml',
    'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: ./a.graphql }\n',
  );
  expect(readSupergraphConfig(file)).toMatchObject([{ name: 'a', sdl: 'type Query { x: Int }' }]);
});

test.each([
  ['no subgraph', 'subgraphs: {}', /lists no subgraph/],
  ['no address', 'subgraphs: { a: { schema: { file: x } } }', /subgraphs\.a\.routing_url/],
  [
    'a schema that is not there',
    'subgraphs: { a: { routing_url: "http://x/", schema: { file: nowhere } } }',
    /nowhere cannot be read/,
  ],
])('a supergraph.yaml with %s is refused, naming the key or the file', (_, text, message) => {
  const read = () => readSupergraphConfig(write('bad.yaml', text));
  expect(read).toThrow(SupergraphConfigError);
  expect(read).toThrow(message);
});
