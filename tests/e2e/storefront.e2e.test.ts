import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, print, separateOperations } from 'graphql';
import { createClient } from 'graphql-sse';
import { expect, inject, test, vi } from 'vitest';
import { PASSWORD } from './client.ts';
import { ADDRESS } from './shopping.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../storefront/operations');
const CLIENT = {
  'apollographql-client-name': 'storefront',
  'apollographql-client-version': '1.0.0',
};

const texts = readdirSync(FOLDER).map((file) => readFileSync(path.join(FOLDER, file), 'utf8'));
const documents = separateOperations(parse(texts.join('\n')));
const sent = new Set<string>();

function bodyOf(operationName: string, variables: Record<string, unknown>) {
  const document = documents[operationName];
  if (document === undefined) throw new Error(`the storefront has no ${operationName}`);
  sent.add(operationName);
  return { operationName, query: print(document), variables };
}

const headersOf = (token: string | null) => ({
  ...CLIENT,
  ...(token !== null && { authorization: `Bearer ${token}` }),
});

/** Sends a document of the storefront as its pages do. Fails on any error of the answer. */
async function page(name: string, variables: Record<string, unknown>, token: string | null = null) {
  const response = await fetch(`${inject('stack').router}/storefront/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(token) },
    body: JSON.stringify(bodyOf(name, variables)),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
  const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** The first event of a stream. */
async function glance(name: string, variables: Record<string, unknown>, token: string | null) {
  const url = `${inject('stack').router}/storefront/graphql`;
  const client = createClient({ url, retryAttempts: 0, headers: headersOf(token) });
  const stream = client.iterate(bodyOf(name, variables));
  const { value } = await stream.next();
  await stream.return?.();
  client.dispose();
  expect(value?.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
  return value?.data as any;
}

test('a shopper goes through every page of the storefront', async () => {
  const { categories } = await page('HomePage', {});
  const stocked = categories.find(({ productCount }: { productCount: number }) => productCount > 0);
  const { products } = await page('CategoryPage', { slug: stocked.slug, sort: 'PRICE_ASC' });
  expect(products.nodes[0].priceRange.min.currency).toBe('KRW');
  await page('SearchPage', { words: products.nodes[0].title.split(' ')[0] });
  const variant = await firstInStock(products.nodes);
  await glance('StockWatch', { variantIds: [variant] }, null);

  const email = `shopper-${randomUUID()}@souk.example`;
  await page('SignUp', { input: { email, password: PASSWORD, name: 'A shopper' } });
  const { signIn } = await page('SignIn', { input: { email, password: PASSWORD } });
  const token: string = signIn.accessToken;
  expect((await page('AccountPage', {}, token)).viewer.email).toBe(email);

  const { addToCart: cart } = await page('PutInCart', { variantId: variant }, token);
  const lineId: string = cart.lines[0].id;
  await page('ChangeQuantity', { lineId, quantity: 2 }, token);
  expect((await page('TakeOut', { lineId }, token)).removeCartLine.lines).toEqual([]);
  await page('PutInCart', { variantId: variant }, token);
  expect((await page('CartPage', {}, token)).cart.checkoutQuote.__typename).toBe('CheckoutQuote');

  const bought = { shippingAddress: ADDRESS, paymentMethod: 'pm_card_visa' };
  const input = { ...bought, idempotencyKey: randomUUID() };
  const { placeOrder: order } = await page('Checkout', { input }, token);
  expect(order.__typename).toBe('Order');
  expect((await glance('OrderWatch', { orderId: order.id }, token)).orderUpdated.id).toBe(order.id);
  await vi.waitFor(
    async () => {
      const shown = await page('OrderPage', { id: order.id }, token);
      expect(shown.order.status).toBe('CONFIRMED');
    },
    { timeout: 10_000, interval: 200 },
  );
  expect((await page('OrdersPage', {}, token)).viewer.orders.nodes).toHaveLength(1);
  const why = { reason: 'Changed my mind.', idempotencyKey: randomUUID() };
  const { cancelOrder } = await page('CancelOrder', { orderId: order.id, ...why }, token);
  expect(cancelOrder.__typename).toBe('Order');

  expect([...sent].sort()).toEqual(Object.keys(documents).sort());
});

async function firstInStock(products: readonly { slug: string }[]): Promise<string> {
  for (const { slug } of products) {
    const { product } = await page('ProductPage', { slug });
    for (const { id, forSale, availability } of product.variants) {
      if (forSale && availability.quantity > 2) return id;
    }
  }
  throw new Error('nothing of this page can be bought');
}
