import { expect, test } from 'vitest';
import { readSchemaConfig } from '../config/schema-config.ts';
import { changeId, type Finding } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { Checker, Comparison } from './checker.ts';
import { runChecks } from './run-checks.ts';
import { sideOf } from './side.ts';

const removed: Finding = {
  ...{ check: 'graph', rule: 'FIELD_REMOVED', level: 'error', severity: 'breaking' },
  ...{ coordinate: 'T.f', message: 'removed' },
};
const checker = (needsComposition: boolean): Checker => ({
  ...{ heading: 'a check', needsComposition, check: () => [removed] },
});

const tree = (name: string, approvals: string | null = null): FileTree => ({
  ...{ name, read: () => approvals, glob: () => [] },
});
const side = (where: FileTree, sdl: string) =>
  sideOf(where, [{ name: 'a', url: 'http://a/', file: 'a.graphql', sdl }]);
const GOOD = 'type Query { x: Int }';
const BAD = 'type Query { x: Nope }';

const run = (base: string, head: string, approvals: string | null = null, checkers = [true]) =>
  runChecks(checkers.map(checker), {
    base: side(tree('main'), base),
    head: side(tree('here', approvals), head),
    config: readSchemaConfig(tree(''), 'schema.yaml'),
    known: () => ({ operations: [], usage: 'not-configured', findings: [] }),
    ...{ now: new Date('2026-06-01'), progress: () => undefined },
    signal: new AbortController().signal,
  } satisfies Comparison);

test('a proposal that does not compose is told, and what needs no composition is still checked', async () => {
  expect(await run(GOOD, BAD, null, [true, false])).toMatchObject([
    { check: 'composition', level: 'error', place: { file: 'a.graphql', line: 1 } },
    removed,
  ]);
});

test('a base that does not compose is a warning, so that it can be repaired', async () => {
  expect(await run(BAD, GOOD)).toMatchObject([
    { rule: 'BASE_DOES_NOT_COMPOSE', level: 'warning', message: expect.stringContaining('Nope') },
  ]);
});

test('approvals of the proposal count, those of the base do not', async () => {
  const approvals = `approvals:\n  - { id: "${changeId(removed)}", reason: x, by: y, until: 2026-06-01 }`;
  expect(await run(GOOD, GOOD, approvals)).toMatchObject([{ approved: { by: 'y' } }]);
  expect(await run(GOOD, GOOD)).toEqual([removed]);
});
