import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The columns of the products service's tables that the workloads read. */
export const products = pgTable('products', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  brand: text('brand').notNull(),
  titleEn: text('title_en').notNull(),
  titleKo: text('title_ko').notNull(),
  status: text('status').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
});

export const variants = pgTable('variants', {
  id: uuid('id').primaryKey(),
  productId: uuid('product_id').notNull(),
  sku: text('sku').notNull(),
  position: integer('position').notNull(),
  priceKrw: integer('price_krw').notNull(),
  priceUsd: integer('price_usd').notNull(),
  priceEur: integer('price_eur').notNull(),
  stock: integer('stock').notNull(),
});
