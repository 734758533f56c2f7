import { expect, test } from 'vitest';
import { sideOf } from '../check/side.ts';
import { SchemaFile } from '../config/schema-config.ts';
import type { FileTree } from '../source/file-tree.ts';
import { operationsIn } from './documents.ts';
import { operations } from './operations-checker.ts';

const tree: FileTree = { name: 'a tree', read: () => null, glob: () => [] };
const side = (sdl: string) =>
  sideOf(tree, [{ name: 'a', url: 'http://127.0.0.1/a', file: 'a.graphql', sdl }]);

const text = 'query Page {\n  x\n  y\n}\n\nquery Other { x }';
const check = (before: string, after: string, config: object = {}) =>
  operations.check({
    ...{ base: side(before), head: side(after) },
    known: () => ({
      ...operationsIn('web', [{ file: 'web.graphql', text }]),
      usage: 'not-configured',
    }),
    ...{ config: SchemaFile.parse(config), now: new Date(), progress: () => {} },
    signal: new AbortController().signal,
  });

test('an operation that the proposal would refuse is named, with its client, line and reason', () => {
  const findings = check('type Query { x: Int y: Int }', 'type Query { x: Int }');
  expect(findings).toMatchObject([
    {
      ...{ rule: 'OPERATION_BREAKS', level: 'error', severity: 'breaking' },
      ...{ scope: 'web', coordinate: 'Page', place: { file: 'web.graphql', line: 1 } },
      message: expect.stringContaining('Cannot query field "y"'),
      affected: [{ client: 'web', name: 'Page' }],
    },
  ]);
});

test('an operation that is invalid already does not fail the proposal', () => {
  const findings = check('type Query { x: Int }', 'type Query { x: Int z: Int }');
  expect(findings).toMatchObject([{ rule: 'OPERATION_ALREADY_INVALID', level: 'warning' }]);
});

const TAG =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])\n';
const contract = {
  contracts: { shop: { exclude: ['internal'] } },
  operations: [{ client: 'web', files: [], contract: 'shop' }],
};

test('a tag that hides a field from a client breaks its operations, and nobody else’s', () => {
  const [before, after] = [' y: Int', ' y: Int @tag(name: "internal")'].map(
    (y) => `${TAG}type Query { x: Int${y} }`,
  ) as [string, string];
  expect(check(before, after, contract)).toMatchObject([{ rule: 'OPERATION_BREAKS' }]);
  expect(check(before, after)).toEqual([]);
});

test('a client of a contract that is not there is refused', () => {
  expect(() => SchemaFile.parse({ operations: contract.operations })).toThrow(/no contract shop/);
});
