import type { Currency } from '@souk/contracts/money';
import { depthFirst, type Node, rollUp } from './category.ts';
import type { Criteria } from './criteria.ts';
import { type FacetKind, type FacetValue, facetGroup } from './listing.ts';
import type { Localized } from './localized.ts';
import { PRICE_BOUNDS, priceBand } from './price-bands.ts';

/** How many matches have a value; `kind` is category, brand, stock, token or price:CURRENCY. */
export type FacetCount = { kind: string; value: string; count: number };

export type Choice = { code: string; name: Localized; count: number; selected: boolean };
export type Group = { code: string; name: Localized; values: Choice[] };

const MOST_VALUES = 50;

const ofKind = (counts: readonly FacetCount[], kind: string) =>
  counts.filter((each) => each.kind === kind);

/** Categories with matches, in the order of the tree; those below count too. */
export function categoryFacet<N extends Node>(counts: readonly FacetCount[], tree: readonly N[]) {
  const own = new Map(ofKind(counts, 'category').map(({ value, count }) => [value, count]));
  const totals = rollUp(new Map(tree.map((each) => [each.id, each])), own);
  return depthFirst(tree).flatMap((category) => {
    const count = totals.get(category.id) ?? 0;
    return count === 0 ? [] : [{ category, count }];
  });
}

export const brandFacet = (counts: readonly FacetCount[], { brands }: Criteria) =>
  ofKind(counts, 'brand')
    .map(({ value, count }) => ({
      brand: value,
      count,
      selected: brands?.includes(value) ?? false,
    }))
    .sort((a, b) => b.count - a.count || (a.brand < b.brand ? -1 : 1))
    .slice(0, MOST_VALUES);

/** Bands in which there are matches, cheapest first. */
export function priceFacet(counts: readonly FacetCount[], currency: Currency) {
  const found = new Map(
    ofKind(counts, `price:${currency}`).map(({ value, count }) => [Number(value), count]),
  );
  return [0, ...PRICE_BOUNDS[currency]].flatMap((_, index) => {
    const count = found.get(index);
    if (count === undefined) return [];
    const { min, max } = priceBand(currency, index);
    const amount = (value: number | null) => (value === null ? null : { amount: value, currency });
    return [{ min: amount(min), max: amount(max), count }];
  });
}

export const inStockFacet = (counts: readonly FacetCount[]): number =>
  ofKind(counts, 'stock')[0]?.count ?? 0;

/** Options or attributes by group, the most frequent value first. */
export function groupFacet(
  counts: readonly FacetCount[],
  meanings: readonly FacetValue[],
  kind: FacetKind,
  criteria: Criteria,
): Group[] {
  const known = new Map(meanings.map((each) => [each.token, each]));
  const chosen = new Set(criteria.facets.flatMap(({ tokens }) => tokens));
  const groups = new Map<string, Group>();
  for (const { value: token, count } of ofKind(counts, 'token')) {
    const [ofToken, code = '', value = ''] = token.split(':');
    const meaning = known.get(token);
    if (ofToken !== kind || meaning === undefined) continue;
    const key = facetGroup(kind, code);
    const group = groups.get(key) ?? {
      code,
      name: { en: meaning.nameEn, ko: meaning.nameKo },
      values: [],
    };
    const name = { en: meaning.valueEn, ko: meaning.valueKo };
    group.values.push({ code: value, name, count, selected: chosen.has(token) });
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    group.values.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    group.values.splice(MOST_VALUES);
  }
  return [...groups.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
