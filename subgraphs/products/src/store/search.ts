import { type SQL, sql } from 'drizzle-orm';
import type { Criteria, Order, Place } from '../domain/criteria.ts';
import { allConditions, lowestPrice } from './conditions.ts';
import type { Ask } from './statements.ts';

type Key = { key: SQL; type: SQL; descending: boolean };

/** What a list is sorted by; ties fall to the id, in the same direction. */
function sortKey({ tsquery }: Criteria, { sort, currency, locale }: Order): Key {
  switch (sort) {
    case 'PRICE_ASC':
      return { key: lowestPrice(currency), type: sql`int`, descending: false };
    case 'PRICE_DESC':
      return { key: lowestPrice(currency), type: sql`int`, descending: true };
    case 'TITLE':
      return {
        key: locale === 'KO' ? sql`title_ko` : sql`title_en`,
        type: C_TEXT,
        descending: false,
      };
    case 'RELEVANCE':
      if (tsquery !== null) {
        const rank = sql`(ts_rank(search, ${tsquery}::tsquery) * 1000000)::int`;
        return { key: rank, type: sql`int`, descending: true };
      }
  }
  return { key: sql`created_at`, type: sql`timestamptz`, descending: true };
}

const C_TEXT = sql`text collate "C"`;

export const searchReads = (ask: Ask) => ({
  /** Ids and places of one page; one more than `first`, so that the caller sees the next. */
  page: (
    criteria: Criteria,
    order: Order,
    page: { first: number; after: Place | null },
  ): Promise<Place[]> => {
    const { key, type, descending } = sortKey(criteria, order);
    const direction = descending ? sql`desc` : sql`asc`;
    const after =
      page.after === null
        ? sql``
        : sql`where (key, id) ${descending ? sql`<` : sql`>`}
              (${page.after.key}::text::${type}, ${page.after.id}::uuid)`;
    const matched = sql`select product_id as id, ${key} as key from listings
                        where ${allConditions(criteria)}`;
    const sifted = criteria.tsquery !== null || criteria.facets.length > 0;
    return ask<Place>(
      sifted
        ? sql`/* products.search */ with matched as materialized (${matched})
              select id, key from matched ${after}
              order by key ${direction}, id ${direction} limit ${page.first + 1}`
        : sql`/* products.browse */ select id, key from (${matched}) matched ${after}
              order by key ${direction}, id ${direction} limit ${page.first + 1}`,
    );
  },

  count: async (criteria: Criteria): Promise<number> => {
    const [row] = await ask<{ count: number }>(
      sql`/* products.count */ select count(*)::int as count from listings
          where ${allConditions(criteria)}`,
    );
    return row?.count ?? 0;
  },
});
