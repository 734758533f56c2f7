import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import { SchemaFile } from '../config/schema-config.ts';
import type { FileTree } from '../source/file-tree.ts';
import { contracts } from './contract-checker.ts';

const tree: FileTree = { name: 'a tree', read: () => null, glob: () => [] };
const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
type Query {
  x: Int
  y: Int @tag(name: "personal")
}`;
const side = () => sideOf(tree, [{ name: 'a', url: 'http://a/', file: 'a.graphql', sdl: SDL }]);
const OPEN = { partner: { exclude: ['internal'] } };
const NARROW = { partner: { exclude: ['internal', 'personal'] } };

const check = (before: object, after: object) => {
  const configBefore = SchemaFile.parse({ contracts: before });
  return contracts.check({
    ...{ base: side(), head: side(), config: SchemaFile.parse({ contracts: after }) },
    configBefore,
    known: () => ({ operations: [], usage: 'not-configured', findings: [] }),
    ...{ now: new Date(), progress: () => undefined },
    signal: new AbortController().signal,
  } satisfies Comparison);
};

test('a contract that takes less of the same graph breaks its clients', () => {
  expect(check(OPEN, NARROW)).toMatchObject([
    { check: 'contract', scope: 'partner', rule: 'FIELD_REMOVED', coordinate: 'Query.y' },
  ]);
});

test('a contract that takes more, or is new, breaks nobody', () => {
  expect(check(NARROW, OPEN)).toMatchObject([{ rule: 'FIELD_ADDED', level: 'notice' }]);
  expect(check({}, OPEN)).toEqual([]);
});

test('a contract that is gone breaks all of its clients', () => {
  expect(check(OPEN, {})).toMatchObject([
    { rule: 'CONTRACT_REMOVED', scope: 'partner', level: 'error' },
  ]);
});
