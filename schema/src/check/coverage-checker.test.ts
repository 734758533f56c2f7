import { expect, test } from 'vitest';
import { SchemaFile } from '../config/schema-config.ts';
import type { Comparison } from './checker.ts';
import { coverage } from './coverage-checker.ts';

const ALL = {
  operations: [{ client: 'web', files: ['web/*.graphql'] }],
  usage: { file: 'usage.json' },
  events: { file: 'events.json' },
  rpc: { module: 'contracts' },
  rest: { folder: 'rest' },
};

const check = (before: object | null, after: object) =>
  coverage.check({
    config: SchemaFile.parse(after),
    ...(before !== null && { configBefore: SchemaFile.parse(before) }),
  } as Comparison);

test.each(['usage', 'events', 'rpc', 'rest'] as const)(
  'a proposal that has %s compared no longer has to be approved',
  (section) => {
    const { [section]: _, ...rest } = ALL;
    expect(check(ALL, rest)).toMatchObject([
      { check: section, rule: 'NO_LONGER_COMPARED', level: 'error', coordinate: section },
    ]);
  },
);

test('a client whose operations are named no more is told', () => {
  expect(check(ALL, { ...ALL, operations: [] })).toMatchObject([
    { rule: 'CLIENT_NO_LONGER_KNOWN', level: 'warning', coordinate: 'web' },
  ]);
});

test('what is moved, new, or of a base without a configuration loses nothing', () => {
  const moved = { ...ALL, events: { file: 'elsewhere.json' } };
  expect([check(ALL, moved), check({}, ALL), check(null, {})]).toEqual([[], [], []]);
});
