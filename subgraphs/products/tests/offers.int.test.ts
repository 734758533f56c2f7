import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf, type Products, startProducts } from './fixture.ts';

let shop: Products;
let rpc: { port: number; close: () => Promise<void> };
const client = () =>
  createClient(OfferService, createGrpcTransport({ baseUrl: `http://127.0.0.1:${rpc.port}` }));

beforeAll(async () => {
  shop = await startProducts(24);
  rpc = await shop.composition.startRpc();
});
afterAll(async () => {
  await rpc.close();
  await shop.close();
});

test('a quote tells price, title and stock of what is on sale, in one currency and language', async () => {
  const [sold, draft, unknown] = [idOf(3, 20), idOf(3, 110), idOf(3, 999_999)];
  const { offers } = await client().quoteVariants({
    variantIds: [sold, draft, unknown, sold],
    currency: 'KRW',
    locale: 'ko',
  });
  expect(offers).toEqual([
    expect.objectContaining({
      variantId: sold,
      productId: idOf(2, 2),
      sku: 'SKU-2-INK-S',
      title: '린넨 셔츠 2',
      variantTitle: '소 / 먹색',
      unitPriceMinor: 29_000n,
      weightGrams: 102,
      available: 3,
    }),
  ]);
});

test('what is sold out is offered with nothing available', async () => {
  const { offers } = await client().quoteVariants({
    variantIds: [idOf(3, 70)],
    currency: 'USD',
    locale: 'en',
  });
  expect(offers[0]).toMatchObject({ available: 0, unitPriceMinor: 7_500n });
});

test.each([
  ['an unknown currency', { variantIds: [], currency: 'GBP', locale: 'en' }],
  ['an unknown language', { variantIds: [], currency: 'KRW', locale: 'fr' }],
  ['an id that is none', { variantIds: ['x'], currency: 'KRW', locale: 'en' }],
  [
    'more than 100 ids',
    { variantIds: Array(101).fill(idOf(3, 20)), currency: 'KRW', locale: 'en' },
  ],
])('%s is an invalid argument', async (_, request) => {
  const refused = client().quoteVariants(request);
  await expect(refused).rejects.toBeInstanceOf(ConnectError);
  await expect(refused).rejects.toMatchObject({ code: Code.InvalidArgument });
});
