import { print } from 'graphql';
import { expect, test } from 'vitest';
import { SchemaFile } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';
import { knownOperations } from './known-operations.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const treeOf = (files: Record<string, string>): FileTree => ({
  name: 'a tree',
  read: (file) => files[file] ?? null,
  glob: (pattern) => Object.keys(files).filter((file) => new RegExp(pattern).test(file)),
});
const known = (files: Record<string, string>, config: object) =>
  knownOperations(treeOf(files), SchemaFile.parse(config), NOW);
const web = { operations: [{ client: 'web', files: 'graphql$' }] };

test('operations are read with the fragments that they use, from any file of their client', () => {
  const { operations } = known(
    {
      'page.graphql': 'query A { x { ...F } }\n\nquery B { y }',
      'parts.graphql': 'fragment F on X { ...G }\nfragment G on X { z }\nfragment H on X { z }',
    },
    web,
  );
  expect(operations).toMatchObject([
    { client: 'web', name: 'A', place: { file: 'page.graphql', line: 1 } },
    { client: 'web', name: 'B', place: { file: 'page.graphql', line: 3 } },
  ]);
  const texts = operations.map(({ document }) => print(document));
  expect(texts[0]).toMatch(/fragment F[\s\S]*fragment G/);
  expect(texts[0]).not.toContain('fragment H');
  expect(texts[1]).not.toContain('fragment');
});

test('a file that two globs match is read once', () => {
  const { operations } = known(
    { 'page.graphql': 'query A { x }' },
    { operations: [{ client: 'web', files: ['graphql$', '^page'] }] },
  );
  expect(operations).toMatchObject([{ name: 'A' }]);
});

test('a document that does not parse is a finding at its line', () => {
  const { operations, findings } = known({ 'a.graphql': 'query A { x }\nquery {' }, web);
  expect(operations).toEqual([]);
  expect(findings).toMatchObject([
    { rule: 'DOCUMENT_UNREADABLE', level: 'error', place: { file: 'a.graphql', line: 2 } },
  ]);
});

test.each([
  [
    "Apollo's manifest",
    {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: '1', name: 'A', type: 'query', body: 'query A { x }' }],
    },
  ],
  ['a map of ids to texts', { 1: 'query A { x }' }],
])('trusted documents are read from %s', (_, manifest) => {
  const { operations } = known(
    { 'trusted.json': JSON.stringify(manifest, null, 2) },
    { operations: [{ client: 'app', files: 'json$' }] },
  );
  expect(operations).toMatchObject([
    { client: 'app', name: 'A', place: { file: 'trusted.json', line: expect.any(Number) } },
  ]);
  const lines = JSON.stringify(manifest, null, 2).split('\n');
  expect(lines[(operations[0]?.place?.line ?? 0) - 1]).toMatch(/\bA\b/);
});

test('a glob that matches nothing and a manifest out of shape are refused by name', () => {
  expect(() => known({}, web)).toThrow(Misuse);
  expect(() => known({}, web)).toThrow(/operations of web: graphql\$ matches no file/);
  const bad = { operations: [{ client: 'app', files: 'json$' }] };
  expect(() => known({ 'a.json': '{"a":1}' }, bad)).toThrow(/a\.json cannot be used/);
});

const usage = { usage: { file: 'usage.json', window_days: 30, stale_after_days: 7 } };
const recorded = (recordedUntil: string, lastSeen: string) =>
  JSON.stringify({
    ...{ format: 'souk-usage', version: 1, recordedUntil },
    operations: [
      {
        ...{ client: 'web', name: 'A', versions: ['1.0'], requests: 12, firstSeen: '2026-09-01' },
        ...{ lastSeen, document: 'query A { x }' },
      },
    ],
  });

test('what was recorded within the window is known, with its count', () => {
  const found = known({ 'usage.json': recorded('2026-11-19', '2026-11-01') }, usage);
  expect(found).toMatchObject({
    usage: 'fresh',
    operations: [{ name: 'A', recorded: { count: 12, lastSeen: new Date('2026-11-01') } }],
  });
});

const both = (page: string) =>
  known(
    { 'page.graphql': page, 'usage.json': recorded('2026-11-19', '2026-11-01') },
    { ...web, ...usage },
  ).operations;

test('a document and its traffic are one operation, where it is written', () => {
  expect(both('query A {\n  x\n  __typename\n}')).toMatchObject([
    { place: { file: 'page.graphql', line: 1 }, recorded: { count: 12 } },
  ]);
});

test('an older form of a document that is still sent is an operation of its own', () => {
  const found = both('query A { x y }');
  expect(found).toMatchObject([{ place: { line: 1 } }, { recorded: { count: 12 } }]);
  expect(found[0]?.recorded).toBeUndefined();
});

test('what was last seen before the window is not in use', () => {
  const found = known({ 'usage.json': recorded('2026-11-19', '2026-10-01') }, usage);
  expect(found).toMatchObject({ usage: 'fresh', operations: [] });
});

test('records that are old, or are not there, are told of and prove nothing', () => {
  expect(known({ 'usage.json': recorded('2026-11-01', '2026-11-01') }, usage)).toMatchObject({
    usage: 'stale',
    findings: [{ rule: 'USAGE_STALE', message: expect.stringContaining('19 days old') }],
  });
  expect(known({}, usage)).toMatchObject({
    usage: 'missing',
    findings: [{ rule: 'USAGE_MISSING', level: 'warning' }],
  });
  const empty = { format: 'souk-usage', version: 1, recordedUntil: '2026-11-19', operations: [] };
  expect(known({ 'usage.json': JSON.stringify(empty) }, usage)).toMatchObject({
    usage: 'missing',
    findings: [{ rule: 'USAGE_MISSING', message: expect.stringContaining('no operation') }],
  });
  expect(known({ 'usage.json': recorded('2027-11-19', '2026-11-01') }, usage)).toMatchObject({
    usage: 'stale',
    findings: [{ rule: 'USAGE_STALE', message: expect.stringContaining('yet to come') }],
  });
  expect(known({}, {})).toMatchObject({ usage: 'not-configured', findings: [] });
});
