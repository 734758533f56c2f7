import type { Queries } from '@souk/platform/database';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { ProductChange } from '../domain/changes.ts';
import type { PriceChange, TimePage } from '../domain/rows.ts';
import type { StockMovement } from '../domain/stock.ts';
import { stockMovements } from './stock-tables.ts';
import { priceChanges, productChanges } from './tables.ts';

type Column = typeof productChanges.changedAt | typeof productChanges.id;

const earlier = (at: unknown, id: unknown, before: TimePage['before']) =>
  before === null
    ? undefined
    : lt(
        sql`(${at as Column}, ${id as Column})`,
        sql`(${before[0]}::timestamptz, ${before[1]}::uuid)`,
      );

/** What happened, latest first; one row more than the page, so that the caller sees the next. */
export const historyReads = (db: Queries<Record<string, unknown>>) => ({
  ofProduct: (productId: string, page: TimePage): Promise<ProductChange[]> =>
    db
      .select()
      .from(productChanges)
      .where(
        and(
          eq(productChanges.productId, productId),
          earlier(productChanges.changedAt, productChanges.id, page.before),
        ),
      )
      .orderBy(desc(productChanges.changedAt), desc(productChanges.id))
      .limit(page.first + 1) as Promise<ProductChange[]>,

  movementsOf: (variantId: string, page: TimePage): Promise<StockMovement[]> =>
    db
      .select()
      .from(stockMovements)
      .where(
        and(
          eq(stockMovements.variantId, variantId),
          earlier(stockMovements.movedAt, stockMovements.id, page.before),
        ),
      )
      .orderBy(desc(stockMovements.movedAt), desc(stockMovements.id))
      .limit(page.first + 1),

  pricesOf: (variantId: string, page: TimePage): Promise<PriceChange[]> =>
    db
      .select()
      .from(priceChanges)
      .where(
        and(
          eq(priceChanges.variantId, variantId),
          earlier(priceChanges.changedAt, priceChanges.id, page.before),
        ),
      )
      .orderBy(desc(priceChanges.changedAt), desc(priceChanges.id))
      .limit(page.first + 1),
});
