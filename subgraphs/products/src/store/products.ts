import type { Queries } from '@souk/platform/database';
import { sql } from 'drizzle-orm';
import type { PriceSpan, ProductDetails, ProductRow } from '../domain/rows.ts';
import { listings, products } from './tables.ts';

const row = {
  id: products.id,
  slug: products.slug,
  categoryId: products.categoryId,
  brand: products.brand,
  titleEn: products.titleEn,
  titleKo: products.titleKo,
  status: products.status,
  tags: products.tags,
  images: sql<string>`${products.images}::text`,
  createdAt: products.createdAt,
  updatedAt: products.updatedAt,
  version: products.version,
};

/** Reads of products by their keys, prepared once. */
export function productReads(db: Queries<Record<string, unknown>>) {
  const byIds = db
    .select(row)
    .from(products)
    .where(sql`${products.id} = any(${sql.placeholder('ids')})`)
    .prepare('products_by_ids');

  const bySlugs = db
    .select(row)
    .from(products)
    .where(sql`${products.slug} = any(${sql.placeholder('slugs')})`)
    .prepare('products_by_slugs');

  const details = db
    .select({
      id: products.id,
      descriptionEn: products.descriptionEn,
      descriptionKo: products.descriptionKo,
      options: sql<string>`${products.options}::text`,
      attributes: sql<string>`${products.attributes}::text`,
    })
    .from(products)
    .where(sql`${products.id} = any(${sql.placeholder('ids')})`)
    .prepare('products_details');

  const priceSpans = db
    .select({
      id: listings.productId,
      fromKrw: listings.fromKrw,
      toKrw: listings.toKrw,
      fromUsd: listings.fromUsd,
      toUsd: listings.toUsd,
      fromEur: listings.fromEur,
      toEur: listings.toEur,
    })
    .from(listings)
    .where(sql`${listings.productId} = any(${sql.placeholder('ids')})`)
    .prepare('products_price_spans');

  return {
    byIds: (ids: readonly string[]): Promise<ProductRow[]> => byIds.execute({ ids }),
    bySlugs: (slugs: readonly string[]): Promise<ProductRow[]> => bySlugs.execute({ slugs }),
    details: (ids: readonly string[]): Promise<ProductDetails[]> => details.execute({ ids }),
    priceSpans: (ids: readonly string[]): Promise<PriceSpan[]> => priceSpans.execute({ ids }),
  };
}
