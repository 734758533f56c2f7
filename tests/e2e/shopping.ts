import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { ask, stranger } from './client.ts';

export type Shopper = { token: string; id: string };

export const ADDRESS = {
  ...{ recipient: 'A stranger', phone: '+82 10 1234 5678', country: 'KR', postalCode: '04524' },
  ...{ region: 'Seoul', city: 'Jung-gu', line1: '110 Sejong-daero' },
};

/** Fails on any error of the answer. */
export async function told(query: string, variables: object, token?: string) {
  const { data, errors } = await ask(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

/** Carries out a mutation that takes an input with a key; answers with what it selects. */
export async function act(
  field: string,
  type: string,
  input: object,
  selection: string,
  token: string,
) {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${selection} } }`;
  const keyed = { idempotencyKey: randomUUID(), ...input };
  return (await told(query, { input: keyed }, token))[field];
}

export type Good = { productId: string; id: string; available: number };

type Product = { id: string; variants: { id: string; availability: { quantity: number } }[] };

const goodsOf = ({ id: productId, variants }: Product): Good[] =>
  variants.map(({ id, availability }) => ({ productId, id, available: availability.quantity }));

/** Variants that can be bought, of which there are some left. */
export async function shelf(): Promise<Good[]> {
  const { products } = await told(
    `{ products(filter: { inStock: true }, sort: PRICE_ASC, first: 20) {
       nodes { id variants { id availability { quantity } } } } }`,
    {},
  );
  return products.nodes.flatMap(goodsOf).filter(({ available }: Good) => available >= 3);
}

/** How many units of it can be bought now. */
export async function stockOf({ productId, id }: Good): Promise<number> {
  const { product } = await told(
    'query ($id: ID!) { product(id: $id) { id variants { id availability { quantity } } } }',
    { id: productId },
  );
  return goodsOf(product).find((each) => each.id === id)?.available ?? 0;
}

/** Waits until so many units of it can be bought. */
export const stocked = (good: Good, units: number) =>
  vi.waitFor(async () => expect(await stockOf(good)).toBe(units), { timeout: 5_000, interval: 50 });

/** Somebody new with one variant in the cart. */
export async function shopper({ id: variantId }: Good, quantity: number): Promise<Shopper> {
  const someone = await stranger();
  await told(
    'mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }',
    { input: { variantId, quantity } },
    someone.token,
  );
  return someone;
}

export const PLACED = `
  ... on Order { id status total { amount currency } lines { number quantity } }
  ... on CheckoutProblem { message(locale: KO) order { id status } }
  ... on PaymentActionRequired { actionUrl }
  ... on PaymentDeclined { declineCode }
  ... on ItemsOutOfStock { shortages { requested available variant { sku } } }
`;

export const place = ({ token }: Shopper, change: object = {}) => {
  const input = { shippingAddress: ADDRESS, paymentMethod: 'pm_card_visa', ...change };
  return act('placeOrder', 'PlaceOrderInput', input, PLACED, token);
};

/** Reads an order until it is as expected, for at most ten seconds. */
export const becomes = (id: string, { token }: Shopper, selection: string, expected: object) =>
  vi.waitFor(
    async () => {
      const query = `query ($id: ID!) { order(id: $id) { ${selection} } }`;
      expect((await told(query, { id }, token)).order).toMatchObject(expected);
    },
    { timeout: 10_000, interval: 100 },
  );
