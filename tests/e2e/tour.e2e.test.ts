import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, signIn, stranger } from './client.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXAMPLES = path.join(ROOT, 'router/examples');
const read = (file: string) => readFileSync(path.join(EXAMPLES, file), 'utf8');
const withoutComments = (text: string) => text.replace(/^\s*#.*\n/gm, '').trim();

let token: string;
beforeAll(async () => {
  token = await signIn();
});

async function tour(file: string, options: { token?: string } = {}) {
  const answer: Answer = await ask(read(file), { client: 'tour', ...options });
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

describe('the tour of the README', () => {
  test('has the very queries that the landing page offers', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) =>
      withoutComments(`${query}`),
    );
    const offered = readdirSync(EXAMPLES)
      .sort()
      .map((file) => withoutComments(read(file)));
    expect(offered).toHaveLength(8);
    expect(shown).toEqual(offered);
  });

  test('1: a page of a category, with facets', async () => {
    const { products } = await tour('1-browse.graphql');
    expect(products.nodes).toHaveLength(5);
    expect(products.facets.brands[0].count).toBeGreaterThan(0);
    const picture = await fetch(products.nodes[0].image.url);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
  });

  test('2: a search forgives typos in English and in Korean', async () => {
    const { english, korean } = await tour('2-search.graphql');
    expect(english.nodes[0].title).toMatch(/celadon/i);
    expect(korean.nodes[0].title).toMatch(/청자 물병/);
  });

  test('3: signing in gives a token', async () => {
    const { signIn: session } = await tour('3-sign-in.graphql');
    expect(session.accessToken.split('.')).toHaveLength(3);
    expect(session.viewer.__typename).toBe('Customer');
  });

  test('4: one question over five services', async () => {
    const { viewer } = await tour('4-five-services.graphql', { token });
    expect(viewer.orders.nodes).toHaveLength(3);
  });

  test('5: a cart that says what is wrong with it', async () => {
    const { cart } = await tour('5-cart.graphql', { token });
    const problems = cart.lines.flatMap((line: { problems: { __typename: string }[] }) =>
      line.problems.map((problem) => problem.__typename),
    );
    expect(problems).toContain('PriceChanged');
    expect(problems).toContain('InsufficientStock');
    expect(cart.shippingOptions.length).toBeGreaterThan(0);
  });

  test("6: a guest's cart, with shipping rates for its weight", async () => {
    const { addToCart } = await tour('6-guest-cart.graphql');
    expect(addToCart.token).toMatch(/\S{20,}/);
    expect(addToCart.lines[0].quantity).toBe(2);
    expect(addToCart.shippingOptions.length).toBeGreaterThan(0);
  });

  test('7 and 8: somebody buys, is told the same order again, and sees what happened', async () => {
    const buyer = await stranger();
    await ask('mutation { createCart { id } }', { token: buyer.token });
    const { placeOrder } = await tour('7-buy.graphql', buyer);
    expect(placeOrder).toMatchObject({ __typename: 'Order', status: 'CONFIRMED' });
    expect(placeOrder.discount.amount).toBeGreaterThan(0);
    const again = await tour('7-buy.graphql', buyer);
    expect(again.placeOrder.number).toBe(placeOrder.number);

    const { viewer } = await tour('8-what-happened.graphql', buyer);
    const [order] = viewer.orders.nodes;
    expect(order.number).toBe(placeOrder.number);
    expect(order.payment.status).toBe('AUTHORIZED');
    const steps = order.timeline.filter((entry: { step?: string }) => entry.step !== undefined);
    expect(steps.at(-1)).toMatchObject({ step: 'FULFILLING', told: ['OrderConfirmed'] });
  });
});
