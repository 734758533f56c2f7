export type Request = { readonly body: string; readonly authorization?: string };

/** What is asked: the request number so-and-so, equal for every server. */
export type Workload = {
  readonly name: string;
  readonly request: (index: number) => Request;
  /** True: every request is the same, and so is every answer. */
  readonly same: boolean;
};

const NESTED = `query Nested {
  users {
    ...User
    reviews {
      ...Review
      product {
        ...Product
        reviews {
          ...Review
          author { ...User reviews { ...Review product { ...Product } } }
        }
      }
    }
  }
  topProducts {
    ...Product
    reviews {
      ...Review
      author { ...User reviews { ...Review product { ...Product } } }
    }
  }
}
fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }`;

const UNIQUE = `query Unique($id: ID!, $upc: String!, $first: Int!) {
  user(id: $id) {
    id
    name
    birthday
    reviews(first: $first) {
      id
      body
      product { upc name price inStock shippingEstimate }
    }
  }
  product(upc: $upc) {
    upc
    name
    shippingEstimate
    reviews(first: $first) { id body author { id username name } }
  }
}`;

const TINY = `query Tiny($upc: String!) { product(upc: $upc) { upc name price } }`;

const nested = { body: JSON.stringify({ query: NESTED }) };
const tiny = { body: JSON.stringify({ query: TINY, variables: { upc: '7' } }) };

/** Numbers that do not come again for a long time: things of the large shop. */
const number = (index: number, salt: number): string => String(1_000 + ((index * salt) % 40_000));

export const WORKLOADS: readonly Workload[] = [
  { name: 'nested', request: () => nested, same: true },
  {
    name: 'unique',
    request: (index) => ({
      body: JSON.stringify({
        query: UNIQUE,
        variables: { id: number(index, 7), upc: number(index, 11), first: 3 + (index % 4) },
      }),
    }),
    same: false,
  },
  { name: 'tiny', request: () => tiny, same: true },
];

export const workloadNamed = (name: string): Workload => {
  const found = WORKLOADS.find((workload) => workload.name === name);
  if (found === undefined) throw new Error(`no workload ${name}`);
  return found;
};
