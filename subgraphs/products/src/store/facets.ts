import { type SQL, sql } from 'drizzle-orm';
import type { Criteria } from '../domain/criteria.ts';
import type { FacetCount } from '../domain/facets.ts';
import type { FacetValue } from '../domain/listing.ts';
import { PRICE_BOUNDS } from '../domain/price-bands.ts';
import { facetConditions, hardConditions, lowestPrice, texts } from './conditions.ts';
import type { Ask } from './statements.ts';

const CURRENCIES = ['KRW', 'USD', 'EUR'] as const;

/**
 * The matches, each with the groups of chosen facets that it misses. One that misses a single group
 * still counts within that group, since choosing there again would replace the choice.
 */
function nearMatches(criteria: Criteria) {
  const from = sql`from listings where ${sql.join(hardConditions(criteria), sql` and `)}`;
  const chosen = facetConditions(criteria);
  if (chosen.length === 0) {
    return {
      rows: sql`(select * ${from})`,
      key: (_: string, value: SQL) => value,
      token: sql`true`,
    };
  }
  const missed = chosen.map(
    ({ group, condition }) => sql`case when not (${condition}) then ${group}::text end`,
  );
  const misses = sql`array_remove(array[${sql.join(missed, sql`, `)}], null)`;
  // `offset 0` keeps the planner from working the misses out anew wherever they are named.
  return {
    rows: sql`(select * from (select *, ${misses} as misses ${from} offset 0) each
               where cardinality(misses) <= 1)`,
    key: (group: string, value: SQL) =>
      sql`case when misses[1] is null or misses[1] = ${group}::text then ${value} end`,
    token: sql`(misses[1] is null or starts_with(token, misses[1] || ':'))`,
  };
}

const band = (currency: (typeof CURRENCIES)[number]): SQL =>
  sql`width_bucket(${lowestPrice(currency)}, ${sql.param(PRICE_BOUNDS[currency])}::int[])`;

/** Columns of a listing by which matches are counted: kind, then what is counted. */
const COLUMNS: readonly (readonly [kind: string, group: string, value: SQL])[] = [
  ['category', 'category', sql`category_id`],
  ['brand', 'brand', sql`brand`],
  ['stock', 'stock', sql`nullif(in_stock, false)`],
  ...CURRENCIES.map((currency) => [`price:${currency}`, 'price', band(currency)] as const),
];

export const facetReads = (ask: Ask) => ({
  /** How many matches there are for each value; reads the matches once for each statement. */
  facets: async (criteria: Criteria): Promise<FacetCount[]> => {
    const { rows, key, token } = nearMatches(criteria);
    const names = COLUMNS.map((_, index) => sql.identifier(`key_${index}`));
    const keys = COLUMNS.map(
      ([, group, value], index) => sql`${key(group, value)} as ${names[index]}`,
    );
    const sets = names.map((name) => sql`(${name})`);
    const [columns, tokens] = await Promise.all([
      ask<{ set: number; value: string; count: number }>(sql`/* products.facetColumns */
        select * from (
          select grouping(${sql.join(names, sql`, `)}) as set,
            coalesce(${sql.join(
              names.map((name) => sql`${name}::text`),
              sql`, `,
            )}) as value,
            count(*)::int as count
          from (select ${sql.join(keys, sql`, `)} from ${rows} matched) keyed
          group by grouping sets (${sql.join(sets, sql`, `)})) counted
        where value is not null`),
      ask<FacetCount>(sql`/* products.facetTokens */
        select 'token' as kind, token as value, count(*)::int as count
        from ${rows} matched cross join unnest(facets) token
        where ${token} group by token`),
    ]);
    return [...columns.map(({ set, ...rest }) => ({ kind: kindOf(set), ...rest })), ...tokens];
  },

  meanings: (tokens: readonly string[]): Promise<FacetValue[]> =>
    ask<FacetValue>(sql`/* products.facetValues */
      select token, name_en as "nameEn", name_ko as "nameKo", value_en as "valueEn",
        value_ko as "valueKo"
      from facet_values where token = any(${texts(tokens)})`),
});

/** `grouping()` has a bit for each column, 0 for the one that was grouped by. */
function kindOf(set: number): string {
  const all = 2 ** COLUMNS.length - 1;
  const index = COLUMNS.length - 1 - Math.log2(all - set);
  return COLUMNS[index]?.[0] ?? '';
}
