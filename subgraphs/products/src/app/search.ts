import { AppError } from '@souk/platform/errors';
import type { Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import { CursorInstant } from '@souk/platform/instants';
import {
  type Connection,
  connection,
  decodeCursor,
  type Page,
  pageArgs,
} from '@souk/platform/paging';
import { z } from 'zod';
import {
  type Criteria,
  type Order,
  type Place,
  ProductFilter,
  SearchText,
} from '../domain/criteria.ts';
import { facetGroup, facetToken } from '../domain/listing.ts';
import {
  literalSpellings,
  MAX_SEARCH_WORDS,
  nearest,
  tsqueryOf,
  wordsOf,
} from '../domain/search-words.ts';
import { requireReader } from './visibility.ts';

export type Spelling = { asked: string; word: string };

export type SearchStore = {
  page: (
    criteria: Criteria,
    order: Order,
    page: { first: number; after: Place | null },
  ) => Promise<Place[]>;
  literal: (asked: readonly string[]) => Promise<Spelling[]>;
  alike: (asked: readonly string[]) => Promise<Spelling[]>;
  categoryId: (slug: string) => Promise<string | null>;
};

export type SearchArgs = {
  search?: string | null | undefined;
  filter?: unknown;
  sort?: Order['sort'] | null | undefined;
  currency: Order['currency'];
  locale: Order['locale'];
  first?: number | null | undefined;
  after?: string | null | undefined;
};

/** A page of ids, and what it is a page of. */
export type Found = { criteria: Criteria; page: Connection<Place> };

export type SearchVerbs = ReturnType<typeof searchVerbs>;

const NOTHING = '';
const cursorOf = (label: string, key: z.ZodType<string | number>) =>
  z.tuple([z.literal(label), key, z.uuid()]);
const wholeNumber = z.int().min(-2_147_483_648).max(2_147_483_647);

export function searchVerbs(store: SearchStore) {
  /** One group of known spellings for each word asked; a word that nothing is like finds nothing. */
  const tsquery = async (search: string | null | undefined): Promise<string | null> => {
    const asked = [...new Set(wordsOf(parseInput(SearchText, search) ?? ''))];
    if (asked.length === 0) return null;
    const looked = asked.slice(0, MAX_SEARCH_WORDS);
    const known = new Map(
      [...groupsOf(await store.literal(looked))].map(([word, spellings]) => [
        word,
        literalSpellings(word, spellings),
      ]),
    );
    const unknown = looked.filter((word) => !known.has(word));
    if (unknown.length > 0) {
      for (const [word, alike] of groupsOf(await store.alike(unknown))) {
        const near = nearest(word, alike);
        if (near.length > 0) known.set(word, near);
      }
    }
    return looked.every((word) => known.has(word)) ? tsqueryOf([...known.values()]) : NOTHING;
  };

  return {
    /**
     * Ids of one page of products. Throws BAD_USER_INPUT for a cursor of another list or a filter
     * that makes no sense, FORBIDDEN when the viewer may not see that status.
     */
    find: async (viewer: Viewer | null, args: SearchArgs, within?: string): Promise<Found> => {
      const page = pageArgs(args);
      const filter = parseInput(ProductFilter, args.filter ?? {});
      const status = filter.status ?? 'PUBLISHED';
      if (status !== 'PUBLISHED') requireReader(viewer);
      const spelt = await tsquery(args.search);
      const order: Order = {
        sort:
          spelt === null && (args.sort ?? 'RELEVANCE') === 'RELEVANCE'
            ? 'NEWEST'
            : (args.sort ?? 'RELEVANCE'),
        currency: args.currency,
        locale: args.locale,
      };
      const after = page.after === null ? null : placeOf(page.after, order);
      const criteria: Criteria = {
        status,
        tsquery: spelt,
        categoryId: within ?? (await categoryOf(store, filter.category)),
        brands: filter.brands ?? null,
        tags: filter.tags ?? [],
        facets: [
          ...facetsOf('option', filter.options),
          ...facetsOf('attribute', filter.attributes),
        ],
        price: filter.price
          ? { ...filter.price, min: filter.price.min ?? null, max: filter.price.max ?? null }
          : null,
        inStock: filter.inStock ?? null,
      };
      const none = spelt === NOTHING || criteria.categoryId === UNKNOWN;
      const rows = none ? [] : await store.page(criteria, order, { first: page.first, after });
      return {
        criteria: none ? { ...criteria, tsquery: NOTHING } : criteria,
        page: present(rows, page, order),
      };
    },
  };
}

/** Whether nothing can match, so that nobody need look. */
export const findsNothing = ({ tsquery }: Criteria): boolean => tsquery === NOTHING;

const UNKNOWN = 'unknown';

const categoryOf = async (
  store: SearchStore,
  slug: string | null | undefined,
): Promise<string | null> => (slug == null ? null : ((await store.categoryId(slug)) ?? UNKNOWN));

function groupsOf(spellings: readonly Spelling[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { asked, word } of spellings) groups.set(asked, [...(groups.get(asked) ?? []), word]);
  return groups;
}

const facetsOf = (kind: 'option' | 'attribute', chosen: ProductFilter['options']) =>
  (chosen ?? []).map(({ code, values }) => ({
    group: facetGroup(kind, code),
    tokens: values.map((value) => facetToken(kind, code, value)),
  }));

/** A cursor says which order it belongs to: in another one it would skip or repeat. */
const labelOf = ({ sort, currency, locale }: Order): string => {
  if (sort === 'TITLE') return `${sort}:${locale}`;
  return sort.startsWith('PRICE') ? `${sort}:${currency}` : sort;
};

const keyOf: Record<Order['sort'], z.ZodType<string | number>> = {
  RELEVANCE: wholeNumber,
  NEWEST: CursorInstant,
  PRICE_ASC: wholeNumber,
  PRICE_DESC: wholeNumber,
  TITLE: z.string().max(1_000),
};

function placeOf(cursor: string, order: Order): Place {
  const [, key, id] = decodeCursor(cursor, cursorOf(labelOf(order), keyOf[order.sort]));
  if (typeof key === 'string' && key.includes('\u0000')) {
    throw new AppError('BAD_USER_INPUT', 'after is not a cursor of this list.', {
      argument: 'after',
    });
  }
  return { key, id };
}

const present = (rows: readonly Place[], page: Page, order: Order): Connection<Place> =>
  connection(rows, page, ({ key, id }) => [
    labelOf(order),
    order.sort === 'NEWEST' ? new Date(key).toISOString() : key,
    id,
  ]);
