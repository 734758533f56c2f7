import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Change } from '../domain/changes.ts';
import type { Attribute, Image, Option } from '../domain/product.ts';
import { instant, sortKey, tsvector } from './column-types.ts';

export const categories = pgTable(
  'categories',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull().unique('categories_slug_unique'),
    parentId: uuid('parent_id').references((): AnyPgColumn => categories.id),
    position: integer('position').notNull(),
    nameEn: text('name_en').notNull(),
    nameKo: text('name_ko').notNull(),
    descriptionEn: text('description_en').notNull(),
    descriptionKo: text('description_ko').notNull(),
  },
  (table) => [
    check('categories_not_own_parent', sql`${table.parentId} <> ${table.id}`),
    check('categories_slug_shape', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

export const products = pgTable(
  'products',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull().unique('products_slug_unique'),
    categoryId: uuid('category_id')
      .notNull()
      .references(() => categories.id),
    brand: text('brand').notNull(),
    titleEn: text('title_en').notNull(),
    titleKo: text('title_ko').notNull(),
    descriptionEn: text('description_en').notNull(),
    descriptionKo: text('description_ko').notNull(),
    status: text('status', { enum: ['DRAFT', 'PUBLISHED', 'ARCHIVED'] }).notNull(),
    tags: text('tags').array().notNull(),
    options: jsonb('options').$type<Option[]>().notNull(),
    attributes: jsonb('attributes').$type<Attribute[]>().notNull(),
    images: jsonb('images').$type<Image[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    check('products_status_known', sql`${table.status} in ('DRAFT', 'PUBLISHED', 'ARCHIVED')`),
    check('products_slug_shape', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('products_version_positive', sql`${table.version} > 0`),
    check('products_titled', sql`${table.titleEn} <> '' and ${table.titleKo} <> ''`),
  ],
);

/** Each variant has its price in every currency of the shop: a missing one cannot be stored. */
export const variants = pgTable(
  'variants',
  {
    id: uuid('id').primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id),
    sku: text('sku').notNull().unique('variants_sku_unique'),
    position: integer('position').notNull(),
    options: jsonb('options').$type<Record<string, string>>().notNull(),
    titleEn: text('title_en').notNull(),
    titleKo: text('title_ko').notNull(),
    priceKrw: integer('price_krw').notNull(),
    priceUsd: integer('price_usd').notNull(),
    priceEur: integer('price_eur').notNull(),
    weightGrams: integer('weight_grams').notNull(),
    stock: integer('stock').notNull(),
    /** Units of the stock that reservations hold. */
    reserved: integer('reserved').notNull().default(0),
    version: integer('version').notNull(),
  },
  (table) => [
    index('variants_by_product').on(table.productId, table.position),
    check('variants_stock_not_negative', sql`${table.stock} >= 0`),
    check('variants_reserved_not_negative', sql`${table.reserved} >= 0`),
    check('variants_unreserved_not_negative', sql`${table.reserved} <= ${table.stock}`),
    check(
      'variants_prices_positive',
      sql`${table.priceKrw} > 0 and ${table.priceUsd} > 0 and ${table.priceEur} > 0`,
    ),
    check('variants_weight_positive', sql`${table.weightGrams} > 0`),
    check('variants_version_positive', sql`${table.version} > 0`),
  ],
);

/**
 * What search sees of a product; written in the transaction of every change to it. Prices are 0
 * while there is no variant.
 */
export const listings = pgTable(
  'listings',
  {
    productId: uuid('product_id')
      .primaryKey()
      .references(() => products.id),
    categoryId: uuid('category_id').notNull(),
    status: text('status', { enum: ['DRAFT', 'PUBLISHED', 'ARCHIVED'] }).notNull(),
    brand: text('brand').notNull(),
    titleEn: sortKey('title_en').notNull(),
    titleKo: sortKey('title_ko').notNull(),
    createdAt: instant('created_at').notNull(),
    inStock: boolean('in_stock').notNull(),
    fromKrw: integer('from_krw').notNull(),
    toKrw: integer('to_krw').notNull(),
    fromUsd: integer('from_usd').notNull(),
    toUsd: integer('to_usd').notNull(),
    fromEur: integer('from_eur').notNull(),
    toEur: integer('to_eur').notNull(),
    facets: text('facets').array().notNull(),
    tags: text('tags').array().notNull(),
    search: tsvector('search').notNull(),
  },
  (table) => [
    check(
      'listings_published_are_priced',
      sql`${table.status} <> 'PUBLISHED' or (${table.fromKrw} > 0 and ${table.fromUsd} > 0 and ${table.fromEur} > 0)`,
    ),
    index('listings_by_search').using('gin', table.search),
    index('listings_by_facet').using('gin', table.facets),
    index('listings_by_tag').using('gin', table.tags),
    index('listings_by_category').on(table.categoryId, table.status),
    index('listings_by_brand').on(table.brand),
    index('listings_by_created').on(table.status, table.createdAt, table.productId),
    index('listings_by_title_en').on(table.status, table.titleEn, table.productId),
    index('listings_by_title_ko').on(table.status, table.titleKo, table.productId),
    index('listings_by_krw').on(table.status, table.fromKrw, table.productId),
    index('listings_by_usd').on(table.status, table.fromUsd, table.productId),
    index('listings_by_eur').on(table.status, table.fromEur, table.productId),
  ],
);

/** Every word that search knows, spelled letter by letter, so that a typo finds its neighbours. */
export const words = pgTable(
  'words',
  { word: text('word').primaryKey(), letters: text('letters').notNull() },
  (table) => [
    index('words_by_letters').using('gin', sql`${table.letters} gin_trgm_ops`),
    index('words_by_likeness').using('gist', sql`${table.letters} gist_trgm_ops`),
  ],
);

/** What a facet's token means, in words. */
export const facetValues = pgTable('facet_values', {
  token: text('token').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameKo: text('name_ko').notNull(),
  valueEn: text('value_en').notNull(),
  valueKo: text('value_ko').notNull(),
});

export const productChanges = pgTable(
  'product_changes',
  {
    id: uuid('id').primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id),
    version: integer('version').notNull(),
    action: text('action').notNull(),
    actorId: uuid('actor_id').notNull(),
    changedAt: instant('changed_at').notNull(),
    changes: jsonb('changes').$type<Change[]>().notNull(),
  },
  (table) => [index('product_changes_by_product').on(table.productId, table.changedAt, table.id)],
);

export const priceChanges = pgTable(
  'price_changes',
  {
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    id: uuid('id').notNull(),
    currency: text('currency', { enum: ['KRW', 'USD', 'EUR'] }).notNull(),
    before: integer('before'),
    after: integer('after').notNull(),
    actorId: uuid('actor_id').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.variantId, table.id] }),
    check('price_changes_currency_known', sql`${table.currency} in ('KRW', 'USD', 'EUR')`),
    check('price_changes_positive', sql`${table.after} > 0`),
  ],
);
