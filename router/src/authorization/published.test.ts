import { expect, test } from 'vitest';
import { authorizationOf, guest, link, viewer } from '../../tests/authorization/graph.ts';

/** Apollo's documented examples: docs "Authorization in the GraphOS Router". */
const social = authorizationOf(`${link()}
  type Query {
    me: User @authenticated @policy(policies: [["read_profile"]])
    user(id: ID!): User @requiresScopes(scopes: [["read:others"]])
    users: [User!]! @requiresScopes(scopes: [["read:others"]])
    post(id: ID!): Post
  }
  type User {
    id: ID!  username: String  profileImage: String  posts: [Post!]!
    email: String @requiresScopes(scopes: [["read:email"]])
    credit_card: String @policy(policies: [["read_credit_card"]])
  }
  type Post { id: ID!  author: User!  title: String!  content: String!  views: Int @authenticated }`);

const post = '... on PublicBlog { id title } ... on PrivateBlog { id title }';
const blogs = authorizationOf(`${link()}
  type Query { posts: [Post!]!  post(id: ID!): Post }
  interface Post { id: ID!  title: String!  content: String! }
  type PrivateBlog implements Post @authenticated { id: ID!  title: String!  content: String! }
  type PublicBlog implements Post { id: ID!  title: String!  content: String!  stats: Int @authenticated }`);

const others = viewer('read:others');
const profile = viewer('', { policies: ['read_profile'] });

test.each([
  [
    social,
    others,
    '{ users { username profileImage email } }',
    '{ users { username profileImage } }',
    ['users/@/email'],
  ],
  [
    social,
    viewer('read:others read:email'),
    '{ users { username email } }',
    '{ users { username email } }',
    [],
  ],
  [
    social,
    guest,
    '{ me { username } post(id: "1234") { title views } }',
    '{ post(id: "1234") { title } }',
    ['me', 'post/views'],
  ],
  [
    social,
    viewer(),
    '{ me { username } post(id: "1") { views } }',
    '{ post(id: "1") { views } }',
    ['me'],
  ],
  [
    social,
    profile,
    '{ me { username } post(id: "1") { views } }',
    '{ me { username } post(id: "1") { views } }',
    [],
  ],
  [social, profile, '{ me { credit_card username } }', '{ me { username } }', ['me/credit_card']],
  [social, guest, '{ me { username } }', null, ['me']],
  [blogs, guest, '{ posts { id title } }', null, ['posts']],
  [
    blogs,
    guest,
    `{ posts { ${post} } }`,
    '{ posts { ... on PublicBlog { id title } } }',
    ['posts/@/... on PrivateBlog'],
  ],
  [blogs, viewer(), '{ posts { id title } }', '{ posts { id title } }', []],
  [
    blogs,
    guest,
    '{ post(id: "1") { __typename ... on PublicBlog { __typename title } } }',
    '{ post(id: "1") { __typename ... on PublicBlog { __typename title } } }',
    [],
  ],
  [
    blogs,
    guest,
    '{ post(id: "1") { ... on PublicBlog { title stats } } }',
    '{ post(id: "1") { ... on PublicBlog { title } } }',
    ['post/stats'],
  ],
] as const)('%#: %3$s', (graph, as, query, left, paths) => {
  const variant = graph(query, as);
  expect(variant.left).toBe(left);
  expect(variant.paths).toEqual(paths);
  for (const { message, extensions } of variant.errors) {
    expect(message).toBe('Unauthorized field or type');
    expect(extensions).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  }
});

/** The cases of Apollo Router's tests of its authorization directives. */
const shop = authorizationOf(`${link()}
  type Query { topProducts: Product  customer: User  me: User @authenticated  itf: I!  uni: U }
  type Mutation @authenticated { ping: User  other: String }
  interface I { id: ID }
  union U = Product | User
  type Product {
    type: String  price(setPrice: Int): Int  reviews: [Review] @authenticated
    internal: Internal  publicReviews: [Review]  nonNullId: ID! @authenticated  kind: Kind
  }
  scalar Internal @authenticated @specifiedBy(url: "http:///example.com/test")
  enum Kind @authenticated { A B }
  type Review { body: String  author: User }
  type User implements I @authenticated { id: ID  name: String }`);

test.each([
  ['mutation { other }', null, ['other']],
  ['mutation { ping { name } o: other }', null, ['ping', 'o']],
  ['{ topProducts { type } me { name } }', '{ topProducts { type } }', ['me']],
  ['{ topProducts { type } moi: me { name } }', '{ topProducts { type } }', ['moi']],
  [
    '{ topProducts { type internal kind } }',
    '{ topProducts { type } }',
    ['topProducts/internal', 'topProducts/kind'],
  ],
  [
    '{ topProducts { type publicReviews { body author { name } } } }',
    '{ topProducts { type publicReviews { body } } }',
    ['topProducts/publicReviews/@/author'],
  ],
  ['{ topProducts { type } itf { id ... on User { name } } }', '{ topProducts { type } }', ['itf']],
  [
    '{ topProducts { type } itf { id ...F } } fragment F on User { name }',
    '{ topProducts { type } }',
    ['itf'],
  ],
  [
    '{ topProducts { type ...F } } fragment F on Product { reviews { body } }',
    '{ topProducts { type } }',
    ['topProducts/reviews'],
  ],
  [
    '{ topProducts { reviews { body } } customer { name } }',
    null,
    ['topProducts/reviews', 'customer'],
  ],
  [
    '{ uni { ... on Product { type } ... on User { id } } }',
    '{ uni { ... on Product { type } } }',
    ['uni/... on User'],
  ],
  [
    'query Q($p: Int, $q: Int) { topProducts { price(setPrice: $p) } me { name } }',
    'query Q($p: Int) { topProducts { price(setPrice: $p) } }',
    ['me'],
  ],
  [
    'query Q($q: Boolean!) { topProducts { type } me { name @skip(if: $q) } }',
    'query Q { topProducts { type } }',
    ['me'],
  ],
  ['{ __schema { types { name } } me { id } }', '{ __schema { types { name } } }', ['me']],
  ['{ __typename me { id } }', '{ __typename }', ['me']],
] as const)('a guest of %s', (query, left, paths) => {
  const variant = shop(query, guest);
  expect(variant.left).toBe(left);
  expect(variant.paths).toEqual(paths);
  expect(shop(query, viewer()).isWhole).toBe(true);
});
