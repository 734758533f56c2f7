import { expect, test } from 'vitest';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';
import { compose } from './compose.ts';
import { readSupergraphConfig } from './supergraph-config.ts';

const tree = (files: Readonly<Record<string, string>>): FileTree => ({
  ...{ name: 'working tree', read: (file) => files[file] ?? null, glob: () => [] },
});

const read = (text: string, env = {}, files = {}) =>
  readSupergraphConfig(
    tree({ 'graph/supergraph.yaml': text, ...files }),
    'graph/supergraph.yaml',
    env,
  );

test('a supergraph.yaml is read with paths relative to itself', () => {
  const subgraphs = read(
    'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: ../a.graphql }\n',
    {},
    { 'a.graphql': 'type Query { x: Int }' },
  );
  expect(subgraphs).toEqual([
    { name: 'a', url: 'http://127.0.0.1:1/', file: 'a.graphql', sdl: 'type Query { x: Int }' },
  ]);
});

test('a path from the root of the disk is taken as it is', () => {
  const files = { '/graphs/a.graphql': 'type Query { x: Int }' };
  expect(read(from('{ file: /graphs/a.graphql }'), {}, files)).toMatchObject([
    { file: '/graphs/a.graphql' },
  ]);
});

const from = (schema: string) =>
  `subgraphs:\n  a:\n    routing_url: http://x/\n    schema: ${schema}\n`;

test.each([
  ['no subgraph', 'subgraphs: {}', /yaml:1:1: subgraphs: lists no subgraph/],
  ['no address', 'subgraphs:\n  a: { schema: { sdl: x } }', /yaml:2:3: subgraphs\.a\.routing_url/],
  [
    'a file that is not there',
    from('{ file: nowhere }'),
    /subgraph "a": graph\/nowhere cannot be read/,
  ],
  ['neither file nor sdl', from('{}'), /yaml:4:5: subgraphs\.a\.schema: must have either/],
  ['an address to introspect', from('{ subgraph_url: http://y/ }'), /introspect http:\/\/y\/ > /],
  ['a graph of a registry', from('{ graphref: g@main, subgraph: a }'), /fetch g@main/],
  ['federation 1', `federation_version: 1\n${from('{ sdl: x }')}`, /yaml:1:1: federation_version/],
  [
    'a key that is there twice',
    'subgraphs: {}\nsubgraphs: {}\n',
    /yaml:2:1: Map keys must be unique/,
  ],
  ['no YAML in it', 'subgraphs:\n  a: [', /yaml:\d:\d+: /],
  ['nothing in it', '', /cannot be used/],
  ['a list in it', '- a', /cannot be used/],
  ['a variable that is not set', from(`{ file: "\${env.DIR}/a" }`), /not set: DIR/],
])('a supergraph.yaml with %s is refused, naming line and key or file', (_, text, message) => {
  expect(() => read(text)).toThrow(Misuse);
  expect(() => read(text)).toThrow(message);
});

test.each(['2', '=2.14.4', 'v2.9.0', 'latest-2', "'2'"])(
  'federation_version: %s asks for federation 2, as rover has it',
  (version) => {
    const text = `federation_version: ${version}\n${from('{ sdl: x }')}`;
    expect(read(text)).toMatchObject([{ name: 'a' }]);
  },
);

test('variables are put in, or their defaults', () => {
  const text = `subgraphs:
  a:
    routing_url: http://\${env.HOST}/\${env.PATH:-graphql}
    schema: { sdl: x }
`;
  expect(read(text, { HOST: 'a.example' })).toMatchObject([{ url: 'http://a.example/graphql' }]);
});

test.each([
  ['a block', 'sdl: |\n        type Query {\n          x:\n        }\n', 7, 9],
  ['a folded block', 'sdl: >-\n        type Query {\n          x:\n        }\n', 7, 9],
])('a schema written as %s inside supergraph.yaml has its errors there', (_, sdl, line, column) => {
  const composed = compose(
    read(`subgraphs:\n  a:\n    routing_url: http://x/\n    schema:\n      ${sdl}`),
  );
  expect(composed).toMatchObject({
    findings: [{ place: { file: 'graph/supergraph.yaml', line: line + 1, column } }],
  });
});

test('a schema written in one line inside supergraph.yaml has its errors in that line', () => {
  expect(compose(read(from('{ sdl: "type Query { x: }" }')))).toMatchObject({
    findings: [{ place: { file: 'graph/supergraph.yaml', line: 4 } }],
  });
});
