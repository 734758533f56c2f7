import { beforeAll, describe, expect, inject, test } from 'vitest';
import { subscribeTo } from '../streams.ts';
import { ask, askService, codesOf, signIn, stranger } from './client.ts';

const UNAUTHORIZED = 'UNAUTHORIZED_FIELD_OR_TYPE';
const NOBODY = '01936b3e-8000-7000-8000-00000000dead';
let customer: string;
let admin: string;
let product: { id: string; variants: { id: string }[] };

beforeAll(async () => {
  [customer, admin] = await Promise.all([signIn(), signIn('ada@souk.example')]);
  const { data } = await ask('{ products(first: 1) { nodes { id variants { id } } } }');
  product = data.products.nodes[0];
});

/** Operations that each service has answered so far, by its own /metrics. */
async function operations(): Promise<Record<string, number>> {
  const counted = Object.entries(inject('stack').services).map(async ([name, instances]) => {
    const each = await Promise.all(
      instances.map(async ({ http }) => {
        const text = await (await fetch(`${http}/metrics`)).text();
        const lines = text.matchAll(
          /^http_request_duration_seconds_count\{[^}]*"\/graphql"[^}]*\} (\d+)$/gm,
        );
        return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
      }),
    );
    return [name, each.reduce((a, b) => a + b, 0)] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

test('the services count what they are asked', async () => {
  const before = await operations();
  await ask('{ viewer { id } }', { token: customer });
  const after = await operations();
  expect(after.accounts).toBe((before.accounts ?? 0) + 1);
});

const forStaff: [what: string, query: string][] = [
  ['people', '{ it: users { nodes { id } } }'],
  ['orders', '{ it: orders { nodes { id customer { id } } } }'],
  ['returns', '{ it: returns { nodes { id } } }'],
  ['coupons', '{ it: coupons { nodes { code } } }'],
  ['payments', '{ it: payments { nodes { id order { id } } } }'],
  ['the ledger', '{ it: ledgerBalances { account } }'],
  ['shipments', '{ it: shipments { nodes { id } } }'],
  ['dead letters', '{ it: ordersDeadLetters { nodes { id } } }'],
];

describe('what needs a scope is null before any service is asked', () => {
  test.each(forStaff)('%s', async (_, query) => {
    const before = await operations();
    for (const token of [undefined, customer]) {
      const { status, data, errors } = await ask(query, { token });
      expect([status, data]).toEqual([200, { it: null }]);
      expect(errors).toMatchObject([{ path: ['it'], extensions: { code: UNAUTHORIZED } }]);
    }
    expect(await operations()).toEqual(before);
    const { data, errors } = await ask(query, { token: admin });
    expect(errors).toBeUndefined();
    expect(data.it).not.toBeNull();
  });
});

const verbs: [what: string, mutation: string, token: () => string | undefined][] = [
  ['roles', `setUserRoles(userId: "${NOBODY}", roles: [ADMIN]) { id }`, () => customer],
  [
    'stock',
    `adjustStock(variantId: "${NOBODY}", delta: 5, reason: RECEIVED) { id }`,
    () => customer,
  ],
  ['dead letters', `dropShippingDeadLetter(id: "${NOBODY}")`, () => customer],
  ['an address, for guests', `removeAddress(id: "${NOBODY}")`, () => undefined],
  ['a cart, for guests', 'mergeCart(cartToken: "nothing") { id }', () => undefined],
  [
    'an order, for guests',
    `cancelOrder(input: { orderId: "${NOBODY}", reason: "x", idempotencyKey: "12345678" }) { __typename }`,
    () => undefined,
  ],
];

test.each(verbs)('nothing is done to %s, and no service hears of it', async (_, verb, token) => {
  const before = await operations();
  const answer = await ask(`mutation { it: ${verb} }`, { token: token() });
  expect([answer.data, codesOf(answer)]).toEqual([null, [UNAUTHORIZED]]);
  expect(await operations()).toEqual(before);
});

test('a guest follows nobody’s order, and no service hears of it', async () => {
  const before = await operations();
  const query = 'subscription ($id: ID!) { orderUpdated(orderId: $id) { id } }';
  const stream = subscribeTo(`${inject('stack').router}/graphql`, query, { id: NOBODY });
  const { value } = await stream.next();
  expect(value.errors).toMatchObject([{ extensions: { code: UNAUTHORIZED } }]);
  expect((await stream.next()).done).toBe(true);
  expect(await operations()).toEqual(before);
});

test('fields for staff cost a customer only themselves', async () => {
  const query = `query ($id: ID!) {
    product(id: $id) { title history { nodes { id } } variants { sku reserved priceHistory { nodes { id } } } }
  }`;
  const { data, errors } = await ask(query, { variables: { id: product.id }, token: customer });
  expect(data.product.title).toMatch(/\S/);
  expect(data.product.history).toBeNull();
  for (const variant of data.product.variants) {
    expect(variant).toEqual({
      sku: expect.stringMatching(/\S/),
      reserved: null,
      priceHistory: null,
    });
  }
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
    ['product.history', UNAUTHORIZED],
    ['product.variants.@.priceHistory', UNAUTHORIZED],
    ['product.variants.@.reserved', UNAUTHORIZED],
  ]);
  const staff = await ask(query, { variables: { id: product.id }, token: admin });
  expect(staff.errors).toBeUndefined();
  expect(staff.data.product.history.nodes).toBeInstanceOf(Array);
  expect(staff.data.product.variants[0].reserved).toBeGreaterThanOrEqual(0);
});

test('a service that is asked around the router still checks for itself', async () => {
  const query = '{ orders { nodes { id } } }';
  expect(codesOf(await askService('orders', query))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await askService('orders', query, { token: customer }))).toEqual(['FORBIDDEN']);
});

test('a guest fills a cart, signs in, takes it along and it is hers', async () => {
  const [variant] = product.variants;
  const added = await ask(
    'mutation ($id: ID!) { addToCart(input: { variantId: $id, quantity: 1 }) { token lines { id } } }',
    { variables: { id: variant?.id } },
  );
  expect(added.errors).toBeUndefined();
  const { token: cartToken } = added.data.addToCart;
  const read = 'query ($t: String!) { cart(cartToken: $t) { lines { variant { id } } } }';
  const cart = await ask(read, { variables: { t: cartToken } });
  expect(cart.data.cart.lines).toEqual([{ variant: { id: variant?.id } }]);
  const merge = 'mutation ($t: String!) { mergeCart(cartToken: $t) { lines { id } } }';
  const { token } = await stranger();
  const merged = await ask(merge, { variables: { t: cartToken }, token });
  expect(merged.errors).toBeUndefined();
  expect(merged.data.mergeCart.lines).toHaveLength(1);
});
