import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imageRoutes } from '../src/graphql/images.ts';
import { catalogue, type Products, productRecord, startProducts } from './fixture.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(140);
});
afterAll(() => shop.close());

const state = () => shop.sql`
  select (select count(*)::int from products) as products, (select count(*)::int from variants) as variants,
    (select count(*)::int from listings) as listings, (select count(*)::int from stock_movements) as movements,
    (select sum(stock)::int from variants) as stock, (select sum(delta)::int from stock_movements) as moved`;

async function* of(...records: unknown[]) {
  yield* records;
}

test('every opening stock is a movement, and loading twice changes nothing', async () => {
  const [before] = await state();
  expect(before).toMatchObject({ products: 140, listings: 140 });
  expect(before?.stock).toBe(before?.moved);
  expect(await shop.composition.seed.isEmpty()).toBe(false);
  await shop.seed(catalogue(140));
  expect(await state()).toEqual([before]);
});

test.each([
  ['a record of another kind', { kind: 'order' }],
  ['a product of an unknown category', { ...productRecord(500), categorySlug: 'nowhere' }],
  [
    'a variant with an unknown option',
    {
      ...productRecord(501),
      options: [],
    },
  ],
  [
    'a product without a price',
    {
      ...productRecord(502),
      variants: productRecord(502).variants.map((each) => ({
        ...each,
        prices: { KRW: 1, USD: 1 },
      })),
    },
  ],
])('%s is refused, and nothing of the file is loaded', async (_, record) => {
  const before = await state();
  const loaded = shop.composition.seed.load(of(productRecord(600), record));
  await expect(loaded).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await state()).toEqual(before);
});

test('images are served for good, and nothing beside them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-images-'));
  await writeFile(path.join(folder, 'mug.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const http = Fastify();
  await imageRoutes(folder)(http);
  const found = await http.inject('/images/mug.svg');
  expect(found.statusCode).toBe(200);
  expect(found.headers).toMatchObject({
    'content-type': expect.stringContaining('image/svg+xml'),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  for (const url of [
    '/images/',
    '/images/none.svg',
    '/images/..%2f..%2fetc/passwd',
    '/images/.env',
  ]) {
    expect((await http.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
  }
  await http.close();
  await rm(folder, { recursive: true });
});
