import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';

/**
 * One row per order, locked by whoever changes what is sent for it. Without lines where the order was
 * called off before it was known here.
 */
export const fulfilments = pgTable('fulfilments', { orderId: uuid('order_id').primaryKey() });

/** What becomes of the units that were ordered. */
export const fulfilmentLines = pgTable(
  'fulfilment_lines',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => fulfilments.orderId),
    number: integer('number').notNull(),
    ordered: integer('ordered').notNull(),
    dispatched: integer('dispatched').notNull().default(0),
    cancelled: integer('cancelled').notNull().default(0),
    unitWeightGrams: integer('unit_weight_grams').notNull(),
  },
  (table) => [
    primaryKey({ name: 'fulfilment_lines_key', columns: [table.orderId, table.number] }),
    check('fulfilment_lines_number', sql`${table.number} > 0`),
    check('fulfilment_lines_ordered', sql`${table.ordered} > 0`),
    check('fulfilment_lines_dispatched', sql`${table.dispatched} >= 0`),
    check('fulfilment_lines_cancelled', sql`${table.cancelled} >= 0`),
    check(
      'fulfilment_lines_never_more',
      sql`${table.dispatched} + ${table.cancelled} <= ${table.ordered}`,
    ),
    check('fulfilment_lines_weight', sql`${table.unitWeightGrams} >= 0`),
  ],
);
