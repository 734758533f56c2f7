import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Ask, CheckoutDetails } from '../app/checkout-store.ts';
import type { CheckoutState, CheckoutStep } from '../domain/checkout-state.ts';
import { currency, instant } from './columns.ts';

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The process that moves an order, one row each. The row is the lock of its order. */
export const checkouts = pgTable(
  'checkouts',
  {
    orderId: uuid('order_id').primaryKey(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    state: jsonb('state').$type<CheckoutState>().notNull(),
    /** The question that is open, and when another may ask it again. */
    ask: text('ask').$type<Ask>(),
    askAfter: time('ask_after'),
    /** The deadline of the step, by the clock. */
    dueAt: time('due_at'),
    details: jsonb('details').$type<CheckoutDetails>().notNull(),
    cartId: uuid('cart_id'),
    logged: integer('logged').notNull(),
    traceparent: text('traceparent'),
  },
  (table) => [
    index('checkouts_to_ask').on(table.askAfter).where(sql`${table.ask} is not null`),
    index('checkouts_due').on(table.dueAt).where(sql`${table.dueAt} is not null`),
    check('checkouts_ask', sql`${table.ask} in ('PRICES', 'RESERVATION')`),
    check('checkouts_ask_some_time', sql`(${table.ask} is null) = (${table.askAfter} is null)`),
    check('checkouts_logged', sql`${table.logged} >= 0`),
  ],
);

/** What the process did and when: its own diary, derived from nothing. */
export const checkoutLog = pgTable(
  'checkout_log',
  {
    orderId: uuid('order_id').notNull(),
    position: integer('position').notNull(),
    at: instant('at'),
    input: text('input').notNull(),
    fromStep: text('from_step').$type<CheckoutStep>().notNull(),
    toStep: text('to_step').$type<CheckoutStep>().notNull(),
    told: text('told').array().notNull(),
    compensation: boolean('compensation').notNull(),
    traceId: text('trace_id'),
  },
  (table) => [
    primaryKey({ name: 'checkout_log_key', columns: [table.orderId, table.position] }),
    check('checkout_log_position', sql`${table.position} >= 1`),
  ],
);

/** Numbers of orders that are placed; those of the demo data are lower. */
export const orderNumbers = pgSequence('order_numbers', { startWith: 500_001 });
