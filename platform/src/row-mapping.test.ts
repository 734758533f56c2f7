import { sql } from 'drizzle-orm';
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { rowMapping } from './row-mapping.ts';

const things = pgTable('things', {
  id: integer('id').notNull(),
  name: text('name'),
  at: timestamp('at', { withTimezone: true }),
});
const selected = (path: string, field: unknown) => ({ path: [path], field });

test('cells become properties, decoded as their columns say, null stays null', () => {
  const map = rowMapping([
    selected('id', things.id),
    selected('name', things.name),
    selected('at', things.at),
    selected('length', sql`length(name)`.mapWith(Number)),
    selected('alias', sql`name`.as('alias')),
  ]);
  expect(
    map?.([
      [1, 'a', '2026-01-02 03:04:05+00', '7', 'b'],
      ['2', null, null, null, null],
    ]),
  ).toEqual([
    { id: 1, name: 'a', at: new Date('2026-01-02T03:04:05Z'), length: 7, alias: 'b' },
    { id: 2, name: null, at: null, length: null, alias: null },
  ]);
});

test("nested rows and unknown fields stay drizzle's", () => {
  expect(rowMapping(undefined)).toBeNull();
  expect(rowMapping([{ path: ['things', 'id'], field: things.id }])).toBeNull();
  expect(rowMapping([selected('x', {})])).toBeNull();
});
