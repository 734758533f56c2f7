import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, type Products, startProducts } from './fixture.ts';
import {
  ADD,
  ARCHIVE,
  CREATE,
  PRICE,
  PUBLISH,
  productInput,
  STOCK,
  UPDATE,
  variantInput,
} from './merchandising.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(24);
});
afterAll(() => shop.close());

test('a product is written, priced, stocked, published, found, and taken off sale', async () => {
  const { createProduct } = await shop.run(CREATE, { input: productInput('tea-bowl') });
  expect(createProduct).toMatchObject({
    status: 'DRAFT',
    version: 1,
    attributes: [{ valueCode: 'stoneware', value: 'Stoneware' }],
    images: [{ url: 'http://shop.example/images/bowl.svg' }],
  });
  const { id } = createProduct;
  expect(await shop.codes(PUBLISH, { id, v: 1 }, shop.merchandiser)).toEqual(['CONFLICT']);
  const { addVariant } = await shop.run(ADD, {
    id,
    v: 1,
    input: variantInput('BOWL-C', 'celadon'),
  });
  expect(addVariant).toMatchObject({
    title: 'Celadon',
    title_ko: '청자',
    version: 1,
    availability: { status: 'OUT_OF_STOCK' },
    product: { version: 2 },
  });
  await shop.run(PUBLISH, { id, v: 2 });
  const find = async (search: string) =>
    (
      await shop.query(
        `{ products(search: "${search}") { nodes { slug availability { inStock } } } }`,
      )
    ).data.products.nodes;
  expect(await find('찻사발')).toEqual([{ slug: 'tea-bowl', availability: { inStock: false } }]);
  const { adjustStock } = await shop.run(
    STOCK,
    { id: addVariant.id, delta: 4, reason: 'RECEIVED', note: 'kiln 7' },
    shop.warehouse,
  );
  expect(adjustStock.availability).toEqual({ quantity: 4, inStock: true, status: 'LOW_STOCK' });
  const { data } = await shop.query(
    '{ products(search: "bowl", filter: { inStock: true }) { totalCount } }',
  );
  expect(data.products.totalCount).toBe(1);
  const { setVariantPrices } = await shop.run(PRICE, {
    id: addVariant.id,
    v: 1,
    prices: [{ amount: 39_000, currency: 'KRW' }],
  });
  expect(setVariantPrices).toEqual({
    version: 2,
    prices: [
      { amount: 39_000, currency: 'KRW' },
      { amount: 3_200, currency: 'USD' },
      { amount: 2_900, currency: 'EUR' },
    ],
  });
  const { archiveProduct } = await shop.run(ARCHIVE, { id, v: 4 });
  expect(archiveProduct).toEqual({ status: 'ARCHIVED', version: 5 });
  expect(await find('bowl')).toEqual([]);
  const bought = await shop.query('{ product(slug: "tea-bowl") { status } }');
  expect(bought.data.product).toEqual({ status: 'ARCHIVED' });

  const { product } = await shop.run(
    `query ($id: ID!) { product(id: $id) {
      history(first: 3) { nodes { action version changedBy { id } changes { field before after } } pageInfo { hasNextPage endCursor } }
      variants { priceHistory { nodes { before { amount } after { amount currency } changedBy { id } } }
        stockMovements { nodes { delta quantityAfter reason note movedBy { id } } } } } }`,
    { id },
    shop.merchandiser,
  );
  expect(product.history.nodes.map(({ action }: { action: string }) => action)).toEqual([
    'ARCHIVED',
    'PRICED',
    'PUBLISHED',
  ]);
  expect(product.history.nodes[0]).toMatchObject({
    version: 5,
    changedBy: { id: idOf(9, 1) },
    changes: [{ field: 'status', before: 'PUBLISHED', after: 'ARCHIVED' }],
  });
  const rest = await shop.run(
    'query ($id: ID!, $after: String) { product(id: $id) { history(after: $after) { nodes { action } pageInfo { hasNextPage } } } }',
    { id, after: product.history.pageInfo.endCursor },
  );
  expect(rest.product.history).toEqual({
    nodes: [{ action: 'VARIANT_ADDED' }, { action: 'CREATED' }],
    pageInfo: { hasNextPage: false },
  });
  const [only] = product.variants;
  expect(only.priceHistory.nodes).toHaveLength(4);
  expect(only.priceHistory.nodes[0]).toEqual({
    before: { amount: 42_000 },
    after: { amount: 39_000, currency: 'KRW' },
    changedBy: { id: idOf(9, 1) },
  });
  expect(only.stockMovements.nodes).toEqual([
    { delta: 4, quantityAfter: 4, reason: 'RECEIVED', note: 'kiln 7', movedBy: { id: idOf(9, 2) } },
  ]);
});

describe('versions', () => {
  test('an edit that starts from an old version is a conflict and changes nothing', async () => {
    const id = idOf(2, 1);
    await shop.run(UPDATE, { id, v: 1, input: { brand: 'Renamed' } });
    const { errors } = await shop.query(
      UPDATE,
      { id, v: 1, input: { brand: 'Lost' } },
      shop.merchandiser,
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 1,
      version: 2,
    });
    const again = await shop.run(UPDATE, { id, v: 2, input: { brand: 'Renamed' } });
    expect(again.updateProduct).toMatchObject({ version: 2, brand: 'Renamed' });
    const prices = [{ amount: 1, currency: 'USD' }];
    expect(await shop.codes(PRICE, { id: idOf(3, 20), v: 7, prices }, shop.merchandiser)).toEqual([
      'CONFLICT',
    ]);
  });

  test('of two edits at the same moment one wins', async () => {
    const edits = ['One', 'Two', 'Three', 'Four'].map((brand) =>
      shop.codes(UPDATE, { id: idOf(2, 3), v: 1, input: { brand } }, shop.merchandiser),
    );
    const codes = (await Promise.all(edits)).map(([code]) => code ?? 'won');
    expect(codes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'won']);
  });

  test('publishing what is published, and archiving what is archived, is no error', async () => {
    const { publishProduct } = await shop.run(PUBLISH, { id: idOf(2, 2), v: 99 });
    expect(publishProduct).toEqual({ status: 'PUBLISHED', version: 1 });
  });
});
