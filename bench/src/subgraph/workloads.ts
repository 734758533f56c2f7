const FIELDS = `id slug title brand variants { id sku prices { amount currency } availability { quantity inStock } }`;

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Product { ${FIELDS} } }
}`;

const LIST = `query ($first: Int!) { products(sort: NEWEST, first: $first) { nodes { ${FIELDS} } } }`;

export type Workload = {
  name: string;
  bodies: string[] /** Share of the requests asked for. */;
  share: number;
};

const BODIES = 50;

/** What is asked: entities by key, and a page; each with many bodies, so that no two in turn are equal. */
export function workloads(ids: readonly string[]): Workload[] {
  const entities = (count: number, share: number): Workload => ({
    name: `_entities of ${count}`,
    share,
    bodies: Array.from({ length: BODIES }, (_, body) => {
      const representations = Array.from({ length: count }, (_, index) => ({
        __typename: 'Product',
        id: ids[(body * 7 + index) % ids.length],
      }));
      return JSON.stringify({ query: ENTITIES, variables: { representations } });
    }),
  });
  const list: Workload = {
    name: 'list of 50',
    share: 0.2,
    bodies: [JSON.stringify({ query: LIST, variables: { first: 50 } })],
  };
  return [entities(1, 1), entities(10, 0.6), entities(100, 0.12), list];
}
