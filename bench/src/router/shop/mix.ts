import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Graph } from '../../../../tests/chaos/site/graph.ts';
import type { Request } from '../workloads.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../router/examples');
const PRODUCTS = 40;

const PAGE = `query Page($sort: ProductSort, $first: Int!, $after: String) {
  products(filter: { inStock: true }, sort: $sort, first: $first, after: $after) {
    totalCount
    nodes {
      id
      slug
      title
      brand
      image { url }
      priceRange(currency: KRW) { min { amount currency } max { amount currency } }
      availability { status }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const PRODUCT = `query Product($slug: String!, $locale: Locale!) {
  product(slug: $slug) {
    id
    title(locale: $locale)
    description(locale: $locale)
    brand
    category { name }
    tags
    images { url }
    purchasedByViewer
    variants {
      id
      sku
      title(locale: $locale)
      options { name(locale: $locale) value { name(locale: $locale) } }
      prices { amount currency }
      availability { status quantity }
    }
  }
}`;

const SEARCH = `query Search($words: String!) {
  products(search: $words, first: 8) {
    totalCount
    nodes { slug title image { url } priceRange { min { amount currency } } }
  }
}`;

const RATES = `query Rates($weight: Int!) {
  shippingRates(country: "KR", weightGrams: $weight) { method carrier price { amount currency } minDays maxDays }
}`;

/**
 * What visitors of the shop read, in turn: of twenty requests seven product pages, five list pages,
 * four searches, two carts with their shipping options, one list of orders over five services, and
 * one look at shipping rates. Half of them are signed in.
 */
export async function shopMix(graph: Graph, token: string): Promise<Request[]> {
  const { products } = await graph<{ products: { nodes: { slug: string; title: string }[] } }>(
    'query Slugs($first: Int!) { products(first: $first, sort: NEWEST) { nodes { slug title } } }',
    { first: PRODUCTS },
  );
  const authorization = `Bearer ${token}`;
  const guest = (query: string, variables: object = {}): Request => ({
    body: JSON.stringify({ query, variables }),
  });
  const known = (query: string, variables: object = {}): Request => ({
    ...guest(query, variables),
    authorization,
  });
  const cart = readFileSync(path.join(EXAMPLES, '5-cart.graphql'), 'utf8');
  const orders = readFileSync(path.join(EXAMPLES, '4-five-services.graphql'), 'utf8');
  return products.nodes.flatMap(({ slug, title }, index) => {
    const page = index % 2 === 0 ? guest : known;
    const [word = title] = title.split(' ');
    const turn: Request[] = [
      page(PRODUCT, { slug, locale: index % 4 === 0 ? 'KO' : 'EN' }),
      page(PAGE, { sort: index % 3 === 0 ? 'PRICE_ASC' : 'NEWEST', first: 4 + (index % 20) }),
      guest(SEARCH, { words: word }),
    ];
    if (index % 2 === 0) turn.push(page(PRODUCT, { slug, locale: 'EN' }));
    if (index % 4 === 0) turn.push(known(cart), known(cart));
    if (index % 4 === 1) turn.push(known(orders));
    if (index % 4 === 2) turn.push(guest(RATES, { weight: 100 + index * 50 }));
    return turn;
  });
}
