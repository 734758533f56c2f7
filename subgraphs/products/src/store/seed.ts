import type { Queries } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { parseInput } from '@souk/platform/input';
import { sql } from 'drizzle-orm';
import type { FacetValue } from '../domain/listing.ts';
import { listingOf } from '../domain/listing.ts';
import type { Product } from '../domain/product.ts';
import { lettersOf } from '../domain/search-words.ts';
import { type Variant, variantTitle } from '../domain/variant.ts';
import { rowOfCategory } from './categories.ts';
import { insertRows } from './insert-rows.ts';
import { rowOfProduct, rowOfVariant } from './product-rows.ts';
import { type SeedCategory, type SeedProduct, SeedRecord } from './seed-records.ts';
import { stockMovements } from './stock-tables.ts';
import { categories, facetValues, listings, products, variants, words } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

const BATCH = 500;

/** Loads seed records in one transaction; those that are there already are left alone. */
export const catalogueSeed = (db: Db) => ({
  isEmpty: async (): Promise<boolean> => {
    const rows = await db.select({ one: sql`1` }).from(categories).limit(1);
    return rows.length === 0;
  },

  /** Throws BAD_USER_INPUT for a record it does not know, or of an unknown category. */
  load: (records: AsyncIterable<unknown>): Promise<void> =>
    db.transaction(async (tx) => {
      const load = await loaderIn(tx as Db);
      let batch: SeedProduct[] = [];
      for await (const record of records) {
        const line = parseInput(SeedRecord, record);
        if (line.kind === 'category') await load.category(line);
        else if (batch.push(line) === BATCH) {
          await load.products(batch);
          batch = [];
        }
      }
      await load.products(batch);
      await load.vocabulary();
      await tx.execute(sql`/* products.analyze */ analyze`);
    }),
});

async function loaderIn(tx: Db) {
  const known = await tx.select({ id: categories.id, slug: categories.slug }).from(categories);
  const categoryIds = new Map(known.map(({ id, slug }) => [slug, id]));
  const meanings = new Map<string, FacetValue>();
  const found = new Set<string>();

  const categoryId = (slug: string): string => {
    const id = categoryIds.get(slug);
    if (id === undefined) throw new AppError('BAD_USER_INPUT', `There is no category ${slug}.`);
    return id;
  };

  return {
    category: async ({ kind: _, parentSlug, ...rest }: SeedCategory): Promise<void> => {
      const parentId = parentSlug === null ? null : categoryId(parentSlug);
      if (categoryIds.has(rest.slug)) return;
      await insertRows(tx, categories, [rowOfCategory({ ...rest, parentId })]);
      categoryIds.set(rest.slug, rest.id);
    },

    products: async (batch: readonly SeedProduct[]): Promise<void> => {
      const loaded = batch.map((record) => unfold(record, categoryId(record.categorySlug)));
      for (const { listing } of loaded) {
        for (const value of listing.values) meanings.set(value.token, value);
        for (const word of listing.words) found.add(word);
      }
      const all = loaded.flatMap((each) => each.variants);
      await insertRows(
        tx,
        products,
        loaded.map(({ product }) => rowOfProduct(product)),
      );
      await insertRows(tx, variants, all.map(rowOfVariant));
      await insertRows(
        tx,
        listings,
        loaded.map(({ listing }) => listing.row),
      );
      await insertRows(tx, stockMovements, loaded.flatMap(openingStock));
    },

    vocabulary: async (): Promise<void> => {
      await insertRows(tx, facetValues, [...meanings.values()]);
      await insertRows(
        tx,
        words,
        [...found].map((word) => ({ word, letters: lettersOf(word) })),
      );
    },
  };
}

function unfold(record: SeedProduct, categoryId: string) {
  const { kind: _, categorySlug: __, variants: offered, ...rest } = record;
  const createdAt = new Date(record.createdAt).toISOString();
  const product: Product = { ...rest, categoryId, createdAt, updatedAt: createdAt, version: 1 };
  const children: Variant[] = offered.map((variant, position) => ({
    ...variant,
    productId: record.id,
    position,
    reserved: 0,
    title: variantTitle(record.options, variant.options),
    version: 1,
  }));
  return { product, variants: children, listing: listingOf(product, children) };
}

/** The first movement of a variant has the variant's own id, so that loading twice moves once. */
const openingStock = ({ product, variants: children }: ReturnType<typeof unfold>) =>
  children
    .filter(({ stock }) => stock > 0)
    .map(({ id, stock }) => ({
      id,
      variantId: id,
      delta: stock,
      quantityAfter: stock,
      reason: 'INITIAL' as const,
      note: null,
      actorId: null,
      reservationId: null,
      returnId: null,
      returnLine: null,
      movedAt: product.createdAt,
    }));
