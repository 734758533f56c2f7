import type { Currency } from '@souk/contracts/money';
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { COUPON_CODE, type Coupon } from '../domain/coupon.ts';
import { instant, knownCurrency, oneOf } from './columns.ts';

const KINDS = ['PERCENT', 'AMOUNT'] as const satisfies Coupon['discount']['kind'][];

export const coupons = pgTable(
  'coupons',
  {
    code: text('code').primaryKey(),
    kind: text('kind').$type<(typeof KINDS)[number]>().notNull(),
    percent: integer('percent'),
    amount: bigint('amount', { mode: 'number' }),
    minimum: bigint('minimum', { mode: 'number' }),
    /** Of the amount and of the minimum; null where there is neither. */
    currency: text('currency').$type<Currency>(),
    usageLimit: integer('usage_limit'),
    customerLimit: integer('customer_limit'),
    /** Orders that use it now; kept here so that its limit is a constraint. */
    used: integer('used').notNull().default(0),
    startsAt: instant('starts_at'),
    endsAt: timestamp('ends_at', { withTimezone: true, precision: 3 }),
    createdAt: instant('created_at'),
  },
  (table) => [
    index('coupons_by_time').on(table.createdAt, table.code),
    check('coupons_code', sql`${table.code} ~ ${sql.raw(`'${COUPON_CODE.source}'`)}`),
    check('coupons_kind', oneOf(table.kind, KINDS)),
    check('coupons_percent', sql`(${table.kind} = 'PERCENT') = (${table.percent} is not null)`),
    check('coupons_percent_range', sql`${table.percent} between 1 and 100`),
    check('coupons_amount', sql`(${table.kind} = 'AMOUNT') = (${table.amount} is not null)`),
    check('coupons_amount_positive', sql`${table.amount} > 0`),
    check('coupons_minimum', sql`${table.minimum} > 0`),
    check(
      'coupons_currency',
      sql`(${table.currency} is null) = (${table.amount} is null and ${table.minimum} is null)`,
    ),
    check('coupons_known_currency', knownCurrency(table.currency)),
    check('coupons_limits', sql`least(${table.usageLimit}, ${table.customerLimit}) >= 1`),
    check('coupons_used', sql`${table.used} >= 0 and ${table.used} <= ${table.usageLimit}`),
    check('coupons_period', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

export const couponUses = pgTable(
  'coupon_uses',
  {
    orderId: uuid('order_id').primaryKey(),
    code: text('code')
      .notNull()
      .references(() => coupons.code),
    customerId: uuid('customer_id').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('coupon_uses_by_customer').on(table.code, table.customerId)],
);
