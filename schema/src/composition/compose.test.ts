import { expect, test } from 'vitest';
import { compose } from './compose.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const subgraph = (name: string, sdl: string) => ({
  ...{ name, url: `http://127.0.0.1/${name}`, file: `${name}/schema.graphql` },
  sdl: `${LINK}${sdl}`,
});

const at = (name: string, line: number, column: number) => ({
  ...{ file: `${name}/schema.graphql`, line, column },
});

test('subgraphs compose into one supergraph', () => {
  const composed = compose([
    subgraph('a', 'type Query { thing: Thing }\ntype Thing @key(fields: "id") { id: ID! }'),
    subgraph('b', 'type Thing @key(fields: "id") { id: ID! size: Int }'),
  ]);
  expect(composed).toHaveProperty('supergraph', expect.stringContaining('size: Int @join__field'));
});

test('each subgraph that cannot be parsed is told, with its line', () => {
  const composed = compose([
    subgraph('a', 'type Query {\n  x: \n}'),
    subgraph('b', 'type Query { x: Int'),
  ]);
  expect(composed).toMatchObject({
    findings: [
      { scope: 'a', place: at('a', 4, 1) },
      { scope: 'b', place: at('b', 2, 20) },
    ],
  });
});

test('a conflict between subgraphs names the place in each of them', () => {
  const composed = compose([
    subgraph('a', 'type Query { x: Int }\ntype T {\n  "described"\n  f: Int\n}'),
    subgraph('b', 'type T { f: String }'),
  ]);
  expect(composed).toHaveProperty(
    'findings',
    expect.arrayContaining([
      expect.objectContaining({
        ...{ rule: 'FIELD_TYPE_MISMATCH', coordinate: 'T.f', place: at('a', 5, 3) },
        related: [{ message: 'In subgraph "b":', place: at('b', 2, 10) }],
      }),
    ]),
  );
});

test('an error inside a directive is told at the directive, of the type that has it', () => {
  const composed = compose([
    subgraph('a', 'type Query { x: Int }\ntype T @key(fields: "no") { f: Int }'),
  ]);
  expect(composed).toMatchObject({
    findings: [{ coordinate: 'T', scope: 'a', place: at('a', 3, 8) }],
  });
});

test('an error that carries no node is placed by the names in its text', () => {
  const composed = compose([
    subgraph('a', 'type Query { x: Int }\ntype Y { x: Int }\ntype Y { y: Int }'),
  ]);
  expect(composed).toMatchObject({
    findings: [
      { coordinate: 'Y', scope: 'a', place: at('a', 3, 6), related: [{ place: at('a', 4, 6) }] },
    ],
  });
});

test('an error that names nothing still names a subgraph and a line', () => {
  expect(compose([subgraph('a', 'type T { x: Int }')])).toMatchObject({
    findings: [{ rule: 'NO_QUERIES', coordinate: '', place: at('a', 1, 1) }],
  });
});

test('a path that no plan can follow is one finding, at the field and where each subgraph is stuck', () => {
  const composed = compose([
    subgraph(
      'a',
      'type Query {\n  t: T\n  u: [T]\n}\ntype T @key(fields: "id") { id: ID! a: Int }',
    ),
    subgraph('b', 'type T @key(fields: "no") {\n  no: Int! @shareable\n  b: Int\n}'),
  ]);
  if (!('findings' in composed)) throw new Error('it composed');
  expect(composed.findings.map(({ coordinate }) => coordinate).sort()).toEqual(['T.b', 'T.no']);
  expect(composed.findings.find(({ coordinate }) => coordinate === 'T.b')).toMatchObject({
    ...{ rule: 'SATISFIABILITY_ERROR', scope: 'b', place: at('b', 4, 3) },
    message: expect.stringMatching(/\{\n {4}[tu] \{\n {6}b\n[\s\S]*cannot move to subgraph "b"/),
    related: [{ message: expect.stringContaining('"a"'), place: at('a', 6, 6) }],
  });
});

test('what composition thinks of subgraphs that compose is told as hints, with places', () => {
  const composed = compose([
    subgraph('a', 'type Query { t(e: Int, f: Int): Int @shareable }'),
    subgraph('b', 'type Query { t(e: Int): Int @shareable }'),
  ]);
  if (!('hints' in composed)) throw new Error('it did not compose');
  expect(composed.hints()).toMatchObject([
    { rule: 'INCONSISTENT_ARGUMENT_PRESENCE', level: 'warning', coordinate: 'Query.t(f:)' },
  ]);
});

test('line ends of Windows and a byte order mark change neither lines nor the supergraph', () => {
  const sdl = 'type Query {\n  """\n  Two\n  lines.\n  """\n  x: Int\n}\n';
  const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  const one = { ...subgraph('a', ''), sdl };
  expect(compose([{ ...one, sdl: windows(sdl) }])).toHaveProperty(
    'supergraph',
    (compose([one]) as { supergraph: string }).supergraph,
  );
  expect(compose([{ ...one, sdl: windows(sdl.replace('Int', '')) }])).toMatchObject({
    findings: [{ place: { line: 7, column: 1 } }],
  });
});
