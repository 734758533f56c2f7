import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CartStatus } from '../domain/cart.ts';
import { amount, currency, instant, knownCurrency } from './columns.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

export const carts = pgTable(
  'carts',
  {
    id: uuid('id').primaryKey(),
    customerId: uuid('customer_id'),
    /** SHA-256 of the token that opens a guest's cart. */
    tokenHash: bytes('token_hash').unique('carts_token_hash'),
    currency: currency(),
    status: text('status').$type<CartStatus>().notNull().default('ACTIVE'),
    mergedInto: uuid('merged_into').references((): AnyPgColumn => carts.id),
    /** The order that its lines are being bought by, until that is confirmed or has failed. */
    checkoutOrderId: uuid('checkout_order_id'),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
  },
  (table) => [
    uniqueIndex('carts_one_active_per_customer')
      .on(table.customerId)
      .where(sql`${table.status} = 'ACTIVE'`),
    index('carts_by_merged_into').on(table.mergedInto),
    check('carts_currency', knownCurrency(table.currency)),
    check('carts_status', sql`${table.status} in ('ACTIVE', 'MERGED')`),
    check(
      'carts_customer_or_token',
      sql`num_nonnulls(${table.customerId}, ${table.tokenHash}) = 1`,
    ),
    check(
      'carts_merged_somewhere',
      sql`(${table.status} = 'MERGED') = (${table.mergedInto} is not null)`,
    ),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    id: uuid('id').primaryKey(),
    cartId: uuid('cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    productId: uuid('product_id').notNull(),
    variantId: uuid('variant_id').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    variantTitle: text('variant_title').notNull(),
    quantity: integer('quantity').notNull(),
    unitPrice: amount('unit_price'),
    weightGrams: integer('weight_grams').notNull(),
    addedAt: instant('added_at'),
  },
  (table) => [
    unique('cart_lines_one_per_variant').on(table.cartId, table.variantId),
    check('cart_lines_quantity', sql`${table.quantity} between 1 and 99`),
    check('cart_lines_unit_price', sql`${table.unitPrice} >= 0`),
    check('cart_lines_weight', sql`${table.weightGrams} >= 0`),
  ],
);
