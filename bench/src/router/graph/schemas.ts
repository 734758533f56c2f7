const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

/**
 * Four subgraphs in the shape of the public federation benchmarks: people write reviews of products,
 * products have reviews, and what shipping costs is computed from another subgraph's fields.
 */
export const SCHEMAS = {
  accounts: `${link('"@key", "@shareable"')}
type Query {
  user(id: ID!): User
  users: [User!]!
}
type User @key(fields: "id") {
  id: ID!
  name: String
  username: String! @shareable
  birthday: Int
}`,
  products: `${link('"@key"')}
type Query {
  product(upc: String!): Product
  topProducts(first: Int = 5): [Product!]!
}
type Product @key(fields: "upc") {
  upc: String!
  name: String!
  weight: Int
  price: Int
}`,
  inventory: `${link('"@key", "@external", "@requires"')}
type Product @key(fields: "upc") {
  upc: String!
  weight: Int @external
  price: Int @external
  inStock: Boolean
  shippingEstimate: Int @requires(fields: "price weight")
}`,
  reviews: `${link('"@key", "@external", "@provides", "@shareable"')}
type User @key(fields: "id") {
  id: ID!
  username: String! @external
  reviews(first: Int = 3): [Review!]!
}
type Product @key(fields: "upc") {
  upc: String!
  reviews(first: Int = 3): [Review!]!
}
type Review @key(fields: "id") {
  id: ID!
  body: String
  author: User @provides(fields: "username")
  product: Product
}`,
} as const satisfies Record<string, string>;

export type SubgraphName = keyof typeof SCHEMAS;
export const SUBGRAPHS = Object.keys(SCHEMAS) as SubgraphName[];
