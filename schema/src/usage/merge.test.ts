import type { UsageFile, UsedOperation } from '@souk/router/usage/usage-file';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { cleaned } from './cleaned.ts';
import { EXPORTS } from './exports.ts';
import { mergeUsage, pruneUsage } from './merge.ts';
import { usageTable } from './table.ts';

const operation = (over: Partial<UsedOperation> = {}): UsedOperation => ({
  ...{ client: 'web', name: 'A', versions: [], requests: 1 },
  ...{ firstSeen: '2026-01-01', lastSeen: '2026-01-01', document: 'query A{x}' },
  ...over,
});
const record = (...operations: UsedOperation[]): UsageFile => ({
  ...{ format: 'souk-usage', version: 1, recordedUntil: '2026-01-05' },
  operations,
});

test('what several routers counted is added up', () => {
  const merged = mergeUsage(null, [
    record(operation({ requests: 2, lastSeen: '2026-01-03', versions: ['1'] })),
    record(operation({ requests: 3, firstSeen: '2025-12-30', versions: ['2'] })),
  ]);
  expect(merged.operations).toEqual([
    operation({
      ...{ requests: 5, firstSeen: '2025-12-30', lastSeen: '2026-01-03', versions: ['1', '2'] },
    }),
  ]);
});

test('importing the same files twice changes nothing', () => {
  const sources = [record(operation({ requests: 2 })), record(operation({ requests: 3 }))];
  const once = mergeUsage(null, sources);
  expect(mergeUsage(once, sources)).toEqual(once);
});

test('what a record has and no router tells of any more is kept', () => {
  const merged = mergeUsage(record(operation({ client: 'app' })), [record(operation())]);
  expect(merged.operations.map(({ client }) => client).sort()).toEqual(['app', 'web']);
});

test('pruning forgets what is old, then what is asked for least', () => {
  const full = record(
    operation({ name: 'Old', lastSeen: '2025-11-01', requests: 99 }),
    operation({ name: 'Rare', requests: 1 }),
    operation({ name: 'Often', requests: 9 }),
  );
  const names = (usage: UsageFile) => usage.operations.map(({ name }) => name);
  expect(names(pruneUsage(full, { since: '2025-12-01', max: null }))).toEqual(['Often', 'Rare']);
  expect(names(pruneUsage(full, { since: '2025-12-01', max: 1 }))).toEqual(['Often']);
});

test('values are taken out of a record, whoever wrote it', () => {
  const schema = buildSchema('type Query { x(note: String): Int }');
  const dirty = record(operation({ document: 'query A { x(note: "mina@souk.example") }' }));
  expect(JSON.stringify(cleaned(schema, dirty))).not.toContain('mina');
  expect(cleaned(schema, record(operation({ document: 'query {' }))).operations).toEqual([]);
});

test('a record leaves as a manifest of trusted documents, one for each text', () => {
  const usage = record(operation(), operation({ client: 'app' }));
  expect(JSON.parse(EXPORTS.manifest(usage))).toMatchObject({
    format: 'apollo-persisted-query-manifest',
    operations: [{ name: 'A', type: 'query', body: 'query A{x}' }],
  });
  expect(EXPORTS.graphql(usage)).toContain('# app: 1 requests, the last on 2026-01-01');
});

test('a table shows what is asked for most first, and says where there is nothing', () => {
  const shown = usageTable(record(operation(), operation({ name: 'B', requests: 7 })));
  expect(shown).toMatch(/client +operation +requests[\s\S]*B +7[\s\S]*A +1/);
  expect(usageTable(record())).toContain('Nothing was recorded.');
});
