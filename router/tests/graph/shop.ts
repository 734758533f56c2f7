import { GraphQLError } from 'graphql';
import { type TestSubgraph, testSubgraph } from './subgraph-server.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

const people = [
  { __typename: 'Customer', id: 'u1', name: 'Mina', level: 3 },
  { __typename: 'Staff', id: 'u2', name: 'Sam', roles: ['SUPPORT'] },
];

/** What mutations did, in order. */
const refuse = () => {
  throw new GraphQLError('No more.', { extensions: { code: 'CONFLICT', left: 0 } });
};

export const log: string[] = [];

const accounts = () =>
  testSubgraph(
    'accounts',
    `${link('"@key", "@inaccessible"')}
    type Query { viewer: User  people: [User!]!  broken: String  named(name: String! = "Mina"): User }
    type Mutation { noteA(text: String!): String!  failA: String  insistA: String! }
    interface User @key(fields: "id") { id: ID!  name: String! }
    type Customer implements User @key(fields: "id") { id: ID!  name: String!  level: Int! }
    type Staff implements User @key(fields: "id") { id: ID!  name: String!  roles: [Role!]!  secret: String @inaccessible }
    enum Role { SUPPORT ADMIN }`,
    {
      Query: {
        viewer: () => people[0],
        people: () => people,
        named: (_: unknown, { name }: { name: string }) => people.find((p) => p.name === name),
        broken: () => {
          throw new Error('SELECT password FROM users at 10.0.0.7');
        },
      },
      Mutation: {
        noteA: (_: unknown, { text }: { text: string }) => {
          log.push(`A${text}`);
          return text;
        },
        failA: refuse,
        insistA: refuse,
      },
      User: { __resolveReference: ({ id }: { id: string }) => people.find((p) => p.id === id) },
      Customer: { __resolveReference: ({ id }: { id: string }) => people.find((p) => p.id === id) },
      Staff: { __resolveReference: ({ id }: { id: string }) => people.find((p) => p.id === id) },
    },
  );

type Product = { id: string; title: string; weight: number; sku: string; price: number };

const goods: Product[] = ['mug', 'tea', 'pot'].map((title, i) => ({
  id: `p${i + 1}`,
  title,
  weight: 100 * (i + 1),
  sku: `sku-${title}`,
  price: 10 * (i + 1),
}));
const good = (id: string) => goods.find((product) => product.id === id) ?? null;
const RATES: Record<string, number> = { KRW: 1_000, USD: 1 };

const products = () =>
  testSubgraph(
    'products',
    `${link('"@key", "@shareable"')}
    type Query { products(first: Int = 10): [Product!]!  product(id: ID!): Product  shelves: [[Product]!]  search(text: String!): [Found!]!  media: [Media!]! }
    type Mutation { noteB(text: String!): String! }
    type Product @key(fields: "id") { id: ID!  title(upper: Boolean = false): String!  weight: Int  price(currency: Currency! = KRW): Money!  variants: [Variant!]!  mood: String  always: String! }
    type Variant @key(fields: "productId code") { productId: ID!  code: String!  name: String! }
    type Money @shareable { amount: Int!  currency: Currency! }
    enum Currency { KRW USD }
    union Found = Product | Category
    type Category { id: ID!  label: String!  rank: Int! }
    interface Media { url: String! }
    type Image implements Media { url: String!  width: Int! }
    type Video implements Media { url: String!  seconds: Int! }`,
    {
      Query: {
        products: (_: unknown, { first }: { first: number }) => goods.slice(0, first),
        product: (_: unknown, { id }: { id: string }) => good(id),
        shelves: () => [[goods[0], null, goods[1]], [], [goods[2]]],
        search: () => [
          { __typename: 'Product', ...goods[0] },
          { __typename: 'Category', id: 'c1', label: 'Cups', rank: 0 },
        ],
        media: () => [
          { __typename: 'Image', url: 'i', width: 4 },
          { __typename: 'Video', url: 'v', seconds: 9 },
        ],
      },
      Mutation: {
        noteB: (_: unknown, { text }: { text: string }) => {
          log.push(`B${text}`);
          return text;
        },
      },
      Product: {
        __resolveReference: ({ id }: { id: string }) => good(id),
        title: ({ title }: Product, { upper }: { upper: boolean }) =>
          upper ? title.toUpperCase() : title,
        price: ({ price }: Product, { currency }: { currency: string }) => ({
          amount: price * (RATES[currency] ?? 0),
          currency,
        }),
        variants: ({ id }: Product) =>
          ['s', 'm'].map((code) => ({ productId: id, code, name: `${id}/${code}` })),
        mood: ({ id }: Product) => {
          if (id === 'p2') {
            throw new GraphQLError('Moody.', { extensions: { code: 'NOT_FOUND', hint: 'tea' } });
          }
          return 'fine';
        },
        always: ({ id }: Product) => (id === 'p2' ? null : 'yes'),
      },
      Variant: {
        __resolveReference: ({ productId, code }: { productId: string; code: string }) => ({
          productId,
          code,
          name: `${productId}/${code}`,
        }),
      },
    },
  );

const orders = () =>
  testSubgraph(
    'orders',
    `${link('"@key", "@external", "@requires", "@interfaceObject", "@shareable"')}
    type Query { orders: [Order!]!  order(id: ID!): Order }
    type User @key(fields: "id") @interfaceObject { id: ID!  orders: [Order!]!  orderCount: Int! }
    type Order @key(fields: "id") { id: ID!  number: String! @shareable  customer: User  lines: [Line!]!  note: String }
    type Line { quantity: Int!  product: Product  variant: Variant }
    type Product @key(fields: "id") { id: ID!  weight: Int @external  price(currency: Currency! = KRW): Money! @external  freight: Int @requires(fields: "weight price(currency: KRW) { amount }")  sold: Int! }
    type Variant @key(fields: "productId code") { productId: ID!  code: String!  sold: Int! }
    type Money @shareable { amount: Int!  currency: Currency! }
    enum Currency { KRW USD }`,
    {
      Query: {
        orders: () => ['o1', 'o2'].map((id) => ({ id })),
        order: (_: unknown, { id }: { id: string }) => (id === 'o9' ? null : { id }),
      },
      User: {
        orders: ({ id }: { id: string }) => (id === 'u1' ? [{ id: 'o1' }, { id: 'o2' }] : []),
        orderCount: ({ id }: { id: string }) => (id === 'u1' ? 2 : 0),
      },
      Order: {
        number: ({ id }: { id: string }) => `SK-${id}`,
        customer: () => ({ __typename: 'User', id: 'u1' }),
        note: () => null,
        lines: ({ id }: { id: string }) =>
          (id === 'o1' ? ['p1', 'p2'] : ['p1']).map((productId, i) => ({
            quantity: i + 1,
            product: { id: productId },
            variant: { productId, code: 's' },
          })),
      },
      Product: {
        sold: ({ id }: { id: string }) => Number(id.slice(1)),
        freight: ({ weight, price }: { weight: number; price: { amount: number } }) =>
          weight + price.amount,
      },
      Variant: { sold: ({ code }: { code: string }) => code.length },
    },
  );

const shipping = () =>
  testSubgraph(
    'shipping',
    `${link('"@key", "@external", "@provides", "@shareable"')}
    type Query { shipments: [Shipment!]! }
    type Shipment @key(fields: "id") { id: ID!  order: Order @provides(fields: "number")  must: String! }
    type Order @key(fields: "id") { id: ID!  number: String! @external  shipments: [Shipment!]  weightSent: Int! }`,
    {
      Query: { shipments: () => [{ id: 's1', orderId: 'o1' }] },
      Shipment: {
        order: () => ({ id: 'o1', number: 'SK-o1' }),
        must: () => 'be',
      },
      Order: {
        shipments: ({ id }: { id: string }) => [{ id: `s-${id}` }],
        weightSent: () => 12,
      },
    },
  );

export const shop = (): TestSubgraph[] => [accounts(), products(), orders(), shipping()];
