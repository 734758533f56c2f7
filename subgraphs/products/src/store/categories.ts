import type { Queries } from '@souk/platform/database';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Category } from '../domain/category.ts';
import { categories, listings } from './tables.ts';

type Row = typeof categories.$inferSelect;

const categoryOf = (row: Row): Category => ({
  id: row.id,
  slug: row.slug,
  parentId: row.parentId,
  position: row.position,
  name: { en: row.nameEn, ko: row.nameKo },
  description: { en: row.descriptionEn, ko: row.descriptionKo },
});

export const rowOfCategory = (category: Category): Row => ({
  id: category.id,
  slug: category.slug,
  parentId: category.parentId,
  position: category.position,
  nameEn: category.name.en,
  nameKo: category.name.ko,
  descriptionEn: category.description.en,
  descriptionKo: category.description.ko,
});

/** A shop has tens of categories: the tree is read whole. */
export function categoryReads(db: Queries<Record<string, unknown>>) {
  const byIds = db
    .select()
    .from(categories)
    .where(sql`${categories.id} = any(${sql.placeholder('ids')})`)
    .prepare('categories_by_ids');
  const bySlugs = db
    .select()
    .from(categories)
    .where(sql`${categories.slug} = any(${sql.placeholder('slugs')})`)
    .prepare('categories_by_slugs');
  const all = db
    .select()
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.slug))
    .prepare('categories_all');
  const published = db
    .select({ id: listings.categoryId, count: count() })
    .from(listings)
    .where(and(eq(listings.status, 'PUBLISHED')))
    .groupBy(listings.categoryId)
    .prepare('categories_published_products');

  return {
    byIds: async (ids: readonly string[]): Promise<Category[]> =>
      (await byIds.execute({ ids })).map(categoryOf),
    bySlugs: async (slugs: readonly string[]): Promise<Category[]> =>
      (await bySlugs.execute({ slugs })).map(categoryOf),
    all: async (): Promise<Category[]> => (await all.execute()).map(categoryOf),
    /** Published products directly in each category that has any. */
    published: (): Promise<{ id: string; count: number }[]> => published.execute(),
  };
}
