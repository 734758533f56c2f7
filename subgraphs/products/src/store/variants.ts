import type { Queries } from '@souk/platform/database';
import { eq, sql } from 'drizzle-orm';
import type { VariantRow } from '../domain/rows.ts';
import { products, variants } from './tables.ts';

const row = {
  id: variants.id,
  productId: variants.productId,
  sku: variants.sku,
  options: sql<string>`${variants.options}::text`,
  titleEn: variants.titleEn,
  titleKo: variants.titleKo,
  priceKrw: variants.priceKrw,
  priceUsd: variants.priceUsd,
  priceEur: variants.priceEur,
  weightGrams: variants.weightGrams,
  stock: variants.stock,
  reserved: variants.reserved,
  version: variants.version,
  productStatus: products.status,
};

/** Reads of variants, prepared once. Each row knows whether its product may be seen. */
export function variantReads(db: Queries<Record<string, unknown>>) {
  const of = () =>
    db.select(row).from(variants).innerJoin(products, eq(products.id, variants.productId));

  const byIds = of()
    .where(sql`${variants.id} = any(${sql.placeholder('ids')})`)
    .prepare('variants_by_ids');
  const bySkus = of()
    .where(sql`${variants.sku} = any(${sql.placeholder('skus')})`)
    .prepare('variants_by_skus');
  const ofProducts = of()
    .where(sql`${variants.productId} = any(${sql.placeholder('ids')})`)
    .orderBy(variants.productId, variants.position, variants.id)
    .prepare('variants_of_products');

  return {
    byIds: (ids: readonly string[]): Promise<VariantRow[]> => byIds.execute({ ids }),
    bySkus: (skus: readonly string[]): Promise<VariantRow[]> => bySkus.execute({ skus }),
    ofProducts: (ids: readonly string[]): Promise<VariantRow[]> => ofProducts.execute({ ids }),
  };
}
