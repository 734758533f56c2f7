import {
  type Asks,
  commonFetches,
  entities,
  type Product,
  priced,
  productKey,
  rootFetch,
  userKey,
} from './fetches.ts';
import type { Ask } from './subgraph-client.ts';

type Variables = { id: string; upc: string; first: number };
type Bought = { id: string; body: string; product: { upc: string } };
type Written = { id: string; body: string; author: { id: string; username: string } };

/** The reviews of one thing, by a variable. */
function reviewsOf<Review>(ask: Ask, type: string, selection: string) {
  const query = `query($first:Int!,$representations:[_Any!]!){_entities(representations:$representations){...on ${type}{reviews(first:$first){${selection}}}}}`;
  const start = `{"query":${JSON.stringify(query)},"variables":{"first":`;
  return async (key: string, first: number): Promise<Review[]> => {
    const text = await ask(`${start}${first},"representations":[${key}]}}`);
    const { data } = JSON.parse(text) as { data: { _entities: [{ reviews: Review[] }] } };
    return data._entities[0].reviews;
  };
}

/** The unique workload in nine fetches. */
export function unique(asks: Asks): (variables: Variables) => Promise<unknown> {
  const { wholeProducts, names } = commonFetches(asks);
  type User = { id: string; name: string | null; birthday: number };
  const userById = rootFetch<{ user: User }>(
    asks.accounts,
    'query($id:ID!){user(id:$id){__typename id name birthday}}',
  );
  const productByUpc = rootFetch<{ product: Pick<Product, 'upc' | 'name' | 'price' | 'weight'> }>(
    asks.products,
    'query($upc:String!){product(upc:$upc){__typename upc name price weight}}',
  );
  const bought = reviewsOf<Bought>(asks.reviews, 'User', 'id body product{__typename upc}');
  const written = reviewsOf<Written>(
    asks.reviews,
    'Product',
    'id body author{__typename id username}',
  );
  const shipping = entities<{ shippingEstimate: number }>(
    asks.inventory,
    '...on Product{shippingEstimate}',
  );

  async function user({ id, first }: Variables) {
    const { user } = await userById({ id });
    const reviews = await bought(userKey(user.id), first);
    const products = await wholeProducts(new Set(reviews.map(({ product }) => product.upc)));
    return {
      id: user.id,
      name: user.name,
      birthday: user.birthday,
      reviews: reviews.map(({ id, body, product: { upc } }) => {
        const { name, price, inStock, shippingEstimate } = products.get(upc) as Product;
        return { id, body, product: { upc, name, price, inStock, shippingEstimate } };
      }),
    };
  }

  async function product({ upc, first }: Variables) {
    const { product } = await productByUpc({ upc });
    const [estimates, reviews] = await Promise.all([
      shipping(new Map([[upc, priced(product.upc, product)]])),
      written(productKey(product.upc), first).then(async (found) => {
        const named = await names(new Set(found.map(({ author }) => author.id)));
        return found.map(({ id, body, author: { id: authorId, username } }) => ({
          id,
          body,
          author: { id: authorId, username, name: named.get(authorId)?.name },
        }));
      }),
    ]);
    return {
      upc: product.upc,
      name: product.name,
      shippingEstimate: estimates.get(upc)?.shippingEstimate,
      reviews,
    };
  }

  return async (variables) => {
    const [one, other] = await Promise.all([user(variables), product(variables)]);
    return { user: one, product: other };
  };
}
