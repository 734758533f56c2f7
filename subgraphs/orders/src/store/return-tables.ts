import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/return-decide.ts';
import { amount, currency, instant, knownCurrency, oneOf } from './columns.ts';

/**
 * Projected from the return's own stream, so no foreign key ties it to the rows of the order: those
 * are dropped and replayed by themselves.
 */
export const returns = pgTable(
  'returns',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull(),
    status: text('status').$type<ReturnStatus>().notNull(),
    currency: currency(),
    reason: text('reason').notNull(),
    rejectionReason: text('rejection_reason'),
    refund: amount('refund'),
    requestedAt: instant('requested_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('returns_by_order').on(table.orderId, table.requestedAt, table.id),
    index('returns_by_status').on(table.status, table.requestedAt, table.id),
    check('returns_status', oneOf(table.status, RETURN_STATUSES)),
    check('returns_currency', knownCurrency(table.currency)),
    check('returns_refund', sql`${table.refund} >= 0`),
    check(
      'returns_rejected_for_a_reason',
      sql`(${table.status} = 'REJECTED') = (${table.rejectionReason} is not null)`,
    ),
    check('returns_version', sql`${table.version} >= 1`),
  ],
);

export const returnItems = pgTable(
  'return_items',
  {
    returnId: uuid('return_id')
      .notNull()
      .references(() => returns.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    variantId: uuid('variant_id').notNull(),
    quantity: integer('quantity').notNull(),
    refund: amount('refund'),
    resellable: boolean('resellable'),
  },
  (table) => [
    primaryKey({ name: 'return_items_key', columns: [table.returnId, table.number] }),
    check('return_items_quantity', sql`${table.quantity} >= 1`),
    check('return_items_refund', sql`${table.refund} >= 0`),
  ],
);

export const returnHistory = pgTable(
  'return_history',
  {
    returnId: uuid('return_id')
      .notNull()
      .references(() => returns.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    status: text('status').$type<ReturnStatus>().notNull(),
    at: instant('at'),
  },
  (table) => [
    primaryKey({ name: 'return_history_key', columns: [table.returnId, table.position] }),
    check('return_history_status', oneOf(table.status, RETURN_STATUSES)),
  ],
);
