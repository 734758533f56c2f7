import {
  type Asks,
  commonFetches,
  entities,
  type Product,
  priced,
  productKey,
  type ReviewOf,
  rootFetch,
  userKey,
} from './fetches.ts';

type Leaf = { product: { upc: string } };
type Author = { id: string; username: string; reviews: ReviewOf<Leaf>[] };
type Authored = ReviewOf<{ author: Author }>;
type Deep = ReviewOf<{ product: { upc: string; reviews: Authored[] } }>;

const LEAF = 'id body product{__typename upc}';
const AUTHORED = `id body author{__typename id username reviews{${LEAF}}}`;

/** The nested workload in sixteen fetches. */
export function nested(asks: Asks): () => Promise<unknown> {
  const { wholeProducts, names } = commonFetches(asks);
  const users = rootFetch<{ users: { id: string; username: string; name: string | null }[] }>(
    asks.accounts,
    '{users{__typename id username name}}',
  );
  type Top = Pick<Product, 'name' | 'price' | 'upc' | 'weight'>;
  const topProducts = rootFetch<{ topProducts: Top[] }>(
    asks.products,
    '{topProducts{__typename name price upc weight}}',
  );
  const reviewsOfUsers = entities<{ reviews: Deep[] }>(
    asks.reviews,
    `...on User{reviews{id body product{__typename upc reviews{${AUTHORED}}}}}`,
  );
  const reviewsOfProducts = entities<{ reviews: Authored[] }>(
    asks.reviews,
    `...on Product{reviews{${AUTHORED}}}`,
  );
  const inventory = entities<{ inStock: boolean; shippingEstimate: number }>(
    asks.inventory,
    '...on Product{inStock shippingEstimate}',
  );

  async function byUsers() {
    const { users: found } = await users({});
    const reviews = await reviewsOfUsers(new Map(found.map(({ id }) => [id, userKey(id)])));
    const bought = new Set<string>();
    const authors = new Set<string>();
    const deepest = new Set<string>();
    for (const { reviews: own } of reviews.values()) {
      for (const { product } of own) {
        bought.add(product.upc);
        noteAuthored(product.reviews, authors, deepest);
      }
    }
    const [products, named, leaves] = await Promise.all([
      wholeProducts(bought),
      names(authors),
      wholeProducts(deepest),
    ]);
    return found.map(({ id, username, name }) => ({
      id,
      username,
      name,
      reviews: reviews.get(id)?.reviews.map(({ id, body, product: { upc, reviews } }) => ({
        id,
        body,
        product: { ...products.get(upc), reviews: authored(reviews, named, leaves) },
      })),
    }));
  }

  async function byProducts() {
    const { topProducts: found } = await topProducts({});
    const reviewed = async () => {
      const keys = new Map(found.map(({ upc }) => [upc, productKey(upc)]));
      const reviews = await reviewsOfProducts(keys);
      const authors = new Set<string>();
      const deepest = new Set<string>();
      for (const { reviews: own } of reviews.values()) noteAuthored(own, authors, deepest);
      const [named, leaves] = await Promise.all([names(authors), wholeProducts(deepest)]);
      return (upc: string) => authored(reviews.get(upc)?.reviews ?? [], named, leaves);
    };
    const [reviewsOf, stocked] = await Promise.all([
      reviewed(),
      inventory(new Map(found.map((product) => [product.upc, priced(product.upc, product)]))),
    ]);
    return found.map(({ name, price, upc, weight }) => {
      const { inStock = false, shippingEstimate = 0 } = stocked.get(upc) ?? {};
      return { inStock, name, price, shippingEstimate, upc, weight, reviews: reviewsOf(upc) };
    });
  }

  return async () => {
    const [users, topProducts] = await Promise.all([byUsers(), byProducts()]);
    return { users, topProducts };
  };
}

function noteAuthored(reviews: Authored[], authors: Set<string>, deepest: Set<string>): void {
  for (const { author } of reviews) {
    authors.add(author.id);
    for (const { product } of author.reviews) deepest.add(product.upc);
  }
}

const authored = (
  reviews: Authored[],
  named: ReadonlyMap<string, { name: string | null }>,
  leaves: ReadonlyMap<string, Product>,
) =>
  reviews.map(({ id, body, author }) => ({
    id,
    body,
    author: {
      id: author.id,
      username: author.username,
      name: named.get(author.id)?.name,
      reviews: author.reviews.map(({ id, body, product }) => ({
        id,
        body,
        product: leaves.get(product.upc),
      })),
    },
  }));
