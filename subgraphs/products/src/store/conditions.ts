import { type SQL, sql } from 'drizzle-orm';
import type { Criteria } from '../domain/criteria.ts';

const FROM = { KRW: sql`from_krw`, USD: sql`from_usd`, EUR: sql`from_eur` } as const;

export const lowestPrice = (currency: keyof typeof FROM): SQL => FROM[currency];

/** What a listing must satisfy whatever facets are chosen. */
export function hardConditions({ status, tsquery, categoryId, tags }: Criteria): SQL[] {
  const conditions = [sql`status = ${status}`];
  if (tsquery !== null) conditions.push(sql`search @@ ${tsquery}::tsquery`);
  if (tags.length > 0) conditions.push(sql`tags @> ${texts(tags)}`);
  if (categoryId !== null) {
    conditions.push(sql`category_id = any(array(
      with recursive subtree(id) as (
        select ${categoryId}::uuid
        union select c.id from categories c join subtree s on c.parent_id = s.id
      ) select id from subtree))`);
  }
  return conditions;
}

/** What the chosen facets ask, by the group that they belong to. */
export function facetConditions(criteria: Criteria): { group: string; condition: SQL }[] {
  const { brands, facets, price, inStock } = criteria;
  const chosen = facets.map(({ group, tokens }) => ({
    group,
    condition: sql`facets && ${texts(tokens)}`,
  }));
  if (brands !== null) {
    chosen.push({ group: 'brand', condition: sql`brand = any(${texts(brands)})` });
  }
  if (inStock !== null) chosen.push({ group: 'stock', condition: sql`in_stock = ${inStock}` });
  if (price !== null) {
    const { min, max } = price;
    const lowest = lowestPrice(price.currency);
    chosen.push({
      group: 'price',
      condition: sql`${lowest} between ${min ?? 0}::int and ${max ?? 2_147_483_647}::int`,
    });
  }
  return chosen;
}

export const allConditions = (criteria: Criteria): SQL =>
  sql.join(
    [...hardConditions(criteria), ...facetConditions(criteria).map(({ condition }) => condition)],
    sql` and `,
  );

/** An array as one parameter, so that the statement's text does not vary with its length. */
export const texts = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`;
