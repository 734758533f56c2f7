import type { SubgraphName } from '../graph/schemas.ts';
import type { Ask } from './subgraph-client.ts';

export type Asks = Readonly<Record<SubgraphName, Ask>>;

export type Product = {
  inStock: boolean;
  name: string;
  price: number;
  shippingEstimate: number;
  upc: string;
  weight: number;
};
export type ReviewOf<More> = { id: string; body: string } & More;

/** `_entities` of some keys, by key: one request, its text ready but for the representations. */
export function entities<Entity>(ask: Ask, selection: string) {
  const start = `{"query":${JSON.stringify(
    `query($representations:[_Any!]!){_entities(representations:$representations){${selection}}}`,
  )},"variables":{"representations":[`;
  return async (representations: ReadonlyMap<string, string>): Promise<Map<string, Entity>> => {
    if (representations.size === 0) return new Map();
    const text = await ask(`${start}${[...representations.values()].join(',')}]}}`);
    const { data } = JSON.parse(text) as { data: { _entities: Entity[] } };
    const found = new Map<string, Entity>();
    let index = 0;
    for (const key of representations.keys()) found.set(key, data._entities[index++] as Entity);
    return found;
  };
}

/** A root operation with variables. */
export function rootFetch<Data>(ask: Ask, query: string) {
  const start = `{"query":${JSON.stringify(query)},"variables":`;
  return async (variables: object): Promise<Data> =>
    (JSON.parse(await ask(`${start}${JSON.stringify(variables)}}`)) as { data: Data }).data;
}

export const userKey = (id: string): string => `{"__typename":"User","id":${JSON.stringify(id)}}`;
export const productKey = (upc: string): string =>
  `{"__typename":"Product","upc":${JSON.stringify(upc)}}`;
export const priced = (upc: string, { price, weight }: Pick<Product, 'price' | 'weight'>): string =>
  `{"__typename":"Product","price":${price},"weight":${weight},"upc":${JSON.stringify(upc)}}`;

/** The fetches that several paths of the operations have in common. */
export function commonFetches({ accounts, products, inventory }: Asks) {
  type Bought = Pick<Product, 'name' | 'price' | 'weight'>;
  const namesOf = entities<{ name: string | null }>(accounts, '...on User{name}');
  const goods = entities<Bought>(products, '...on Product{name price weight}');
  const stock = entities<{ inStock: boolean }>(inventory, '...on Product{inStock}');
  const shipping = entities<{ shippingEstimate: number }>(
    inventory,
    '...on Product{shippingEstimate}',
  );

  /** Three fetches, as a planner has it: what shipping costs waits for price and weight. */
  async function wholeProducts(upcs: ReadonlySet<string>): Promise<Map<string, Product>> {
    const keys = new Map([...upcs].map((upc) => [upc, productKey(upc)]));
    const estimated = goods(keys).then(async (found) => ({
      found,
      estimates: await shipping(
        new Map([...found].map(([upc, product]) => [upc, priced(upc, product)])),
      ),
    }));
    const [stocked, { found, estimates }] = await Promise.all([stock(keys), estimated]);
    const whole = new Map<string, Product>();
    for (const [upc, { name, price, weight }] of found) {
      const { inStock } = stocked.get(upc) as { inStock: boolean };
      const { shippingEstimate } = estimates.get(upc) as { shippingEstimate: number };
      whole.set(upc, { inStock, name, price, shippingEstimate, upc, weight });
    }
    return whole;
  }

  const names = (ids: ReadonlySet<string>) =>
    namesOf(new Map([...ids].map((id) => [id, userKey(id)])));

  return { wholeProducts, names };
}
