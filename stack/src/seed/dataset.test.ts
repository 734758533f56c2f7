import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDataset, writeDataset } from './dataset.ts';
import type { CartRecord, ProductRecord } from './records.ts';

const dataset = makeDataset();
const isProduct = (record: { kind: string }): record is ProductRecord => record.kind === 'product';
const isCart = (record: { kind: string }): record is CartRecord => record.kind === 'cart';
const products = dataset.products.filter(isProduct);

/** Every value of a key named id, however deep. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'id' ? [String(each)] : idsIn(each),
  );
}

test('no id stands twice', () => {
  const ids = idsIn(dataset);
  expect(ids.length).toBeGreaterThan(300);
  expect(new Set(ids).size).toBe(ids.length);
});

test('slugs and SKUs are unique, and every product has a category', () => {
  const slugs = products.map(({ slug }) => slug);
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(new Set(skus).size).toBe(skus.length);
  const categories = dataset.products.flatMap((each) => (isProduct(each) ? [] : [each.slug]));
  for (const { categorySlug } of products) expect(categories).toContain(categorySlug);
});

test('a category stands after its parent', () => {
  const seen = new Set<string>();
  for (const record of dataset.products) {
    if (isProduct(record)) continue;
    if (record.parentSlug !== null) expect(seen).toContain(record.parentSlug);
    seen.add(record.slug);
  }
});

test('the data is the same every time, one JSON object a line, one file a service', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'souk-seed-'));
  try {
    const files = await writeDataset(directory);
    expect(Object.keys(files)).toEqual(['accounts', 'products', 'orders', 'payments', 'shipping']);
    for (const [service, records] of Object.entries(dataset)) {
      const lines = (await readFile(files[service] ?? '', 'utf8')).trimEnd().split('\n');
      expect(lines).toEqual(records.map((record) => JSON.stringify(record)));
    }
  } finally {
    await rm(directory, { recursive: true });
  }
});

test("Mina's cart holds a stale price and more than there is, and one thing that is fine", () => {
  const [cart, ...more] = dataset.orders.filter(isCart);
  expect(more).toEqual([]);
  const variants = products.flatMap((product) => product.variants);
  const judged = cart?.lines.map((line) => {
    const variant = variants.find(({ id }) => id === line.variantId);
    return {
      stale: line.unitPrice !== variant?.prices.KRW,
      tooMany: line.quantity > (variant?.stock ?? 0),
    };
  });
  expect(judged).toEqual([
    { stale: false, tooMany: false },
    { stale: true, tooMany: false },
    { stale: false, tooMany: true },
  ]);
});
