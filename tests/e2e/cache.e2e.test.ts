import { expect, inject, test, vi } from 'vitest';
import { signIn } from './client.ts';
import { type Good, shelf, told } from './shopping.ts';

const MERCHANT = 'mira@souk.example';
const PRICE = `query ($id: ID!) {
  product(id: $id) { id title variants { id version prices { amount currency } } }
}`;

type Variant = { id: string; version: number; prices: { amount: number; currency: string }[] };

/** Entries that the router had, for products. */
async function hits(): Promise<number> {
  const text = await (await fetch(`${inject('stack').router}/metrics`)).text();
  return Number(/router_cache_hits_total\{subgraph="products"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0);
}

test('a change of price is seen through a warm cache long before its age ends', async () => {
  const [{ productId, id: variantId }] = (await shelf()) as [Good];
  const token = await signIn(MERCHANT);
  const read = async (): Promise<Variant> => {
    const { product } = await told(PRICE, { id: productId });
    return product.variants.find(({ id }: Variant) => id === variantId);
  };
  const wonOf = ({ prices }: Variant) => prices.find(({ currency }) => currency === 'KRW')?.amount;
  const before = await read();
  const warm = await hits();
  await read();
  expect(await hits()).toBeGreaterThan(warm);
  const amount = (wonOf(before) ?? 0) + 1_000;
  await told(
    `mutation ($id: ID!, $version: Int!, $prices: [MoneyInput!]!) {
      setVariantPrices(variantId: $id, expectedVersion: $version, prices: $prices) { id }
    }`,
    { id: variantId, version: before.version, prices: [{ amount, currency: 'KRW' }] },
    token,
  );
  // Prices may be kept for ten seconds.
  await vi.waitFor(async () => expect(wonOf(await read())).toBe(amount), {
    timeout: 3_000,
    interval: 20,
  });
});
