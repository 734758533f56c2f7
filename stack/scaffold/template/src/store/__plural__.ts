import type { Queries } from '@souk/platform/database';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { __Singular__ } from '../domain/__singular__.ts';
import { __plural__ } from './tables.ts';

export function __singular__Queries(db: Queries<Record<string, unknown>>) {
  const byIds = db
    .select()
    .from(__plural__)
    .where(sql`${__plural__.id} = any(${sql.placeholder('ids')})`)
    .prepare('__plural___by_ids');

  return {
    byIds: (ids: readonly string[]): Promise<__Singular__[]> => byIds.execute({ ids }),

    /** Newest first; one more than `first`, so that the caller sees whether there is a next page. */
    ofProduct: (
      productId: string,
      page: { first: number; before: { createdAt: string; id: string } | null },
    ): Promise<__Singular__[]> =>
      db
        .select()
        .from(__plural__)
        .where(
          and(
            eq(__plural__.productId, productId),
            page.before === null
              ? undefined
              : lt(
                  sql`(${__plural__.createdAt}, ${__plural__.id})`,
                  sql`(${page.before.createdAt}::timestamptz, ${page.before.id}::uuid)`,
                ),
          ),
        )
        .orderBy(desc(__plural__.createdAt), desc(__plural__.id))
        .limit(page.first + 1),

    insert: async (row: __Singular__): Promise<void> => {
      await db.insert(__plural__).values(row);
    },
  };
}
