import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Address, ORDER_STATUSES, type OrderStatus } from '../domain/order.ts';
import { amount, currency, instant, knownCurrency, oneOf } from './columns.ts';

export const orders = pgTable(
  'orders',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('orders_number'),
    customerId: uuid('customer_id').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    currency: currency(),
    subtotal: amount('subtotal'),
    shipping: amount('shipping'),
    discount: amount('discount'),
    tax: amount('tax'),
    total: amount('total'),
    couponCode: text('coupon_code'),
    shippingAddress: jsonb('shipping_address').$type<Address>().notNull(),
    shippingMethod: text('shipping_method').notNull().default('STANDARD'),
    reason: text('reason'),
    placedAt: instant('placed_at'),
    deliveredAt: timestamp('delivered_at', { withTimezone: true, precision: 3 }),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('orders_by_customer').on(table.customerId, table.placedAt, table.id),
    index('orders_by_time').on(table.placedAt, table.id),
    index('orders_by_status').on(table.status, table.placedAt, table.id),
    check('orders_number_shape', sql`${table.number} ~ '^SK-[0-9]{4}-[0-9]{6,}$'`),
    check('orders_status', oneOf(table.status, ORDER_STATUSES)),
    check('orders_currency', knownCurrency(table.currency)),
    check(
      'orders_amounts',
      sql`least(${table.subtotal}, ${table.shipping}, ${table.discount}, ${table.tax}, ${table.total}) >= 0`,
    ),
    check(
      'orders_total',
      sql`${table.total} = ${table.subtotal} - ${table.discount} + ${table.shipping}`,
    ),
    check('orders_tax_within_total', sql`${table.tax} <= ${table.total}`),
    check('orders_version', sql`${table.version} >= 1`),
  ],
);

export const orderLines = pgTable(
  'order_lines',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    productId: uuid('product_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    variantTitle: text('variant_title').notNull(),
    quantity: integer('quantity').notNull(),
    unitPrice: amount('unit_price'),
    lineTotal: bigint('line_total', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`quantity * unit_price`),
    tax: amount('tax'),
    weightGrams: integer('weight_grams').notNull(),
  },
  (table) => [
    primaryKey({ name: 'order_lines_key', columns: [table.orderId, table.number] }),
    index('order_lines_by_product').on(table.productId, table.orderId),
    check('order_lines_number', sql`${table.number} between 1 and 100`),
    check('order_lines_quantity', sql`${table.quantity} between 1 and 99`),
    check('order_lines_unit_price', sql`${table.unitPrice} >= 0`),
    check('order_lines_tax', sql`${table.tax} between 0 and quantity * unit_price`),
    check('order_lines_weight', sql`${table.weightGrams} >= 0`),
  ],
);

export const orderHistory = pgTable(
  'order_history',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    at: instant('at'),
  },
  (table) => [
    primaryKey({ name: 'order_history_key', columns: [table.orderId, table.position] }),
    check('order_history_position', sql`${table.position} >= 1`),
    check('order_history_status', oneOf(table.status, ORDER_STATUSES)),
  ],
);
