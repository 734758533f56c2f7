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

/** The eleventh product of the fixture is a draft. */
const DRAFT = { id: idOf(2, 11), slug: 'product-11', variantId: idOf(3, 110) };

describe('drafts', () => {
  const ENTITY = '... on Product { slug } ... on ProductVariant { sku } ';
  const keys = [
    { __typename: 'Product', id: DRAFT.id },
    { __typename: 'Product', slug: DRAFT.slug },
    { __typename: 'ProductVariant', id: DRAFT.variantId },
    { __typename: 'ProductVariant', sku: 'SKU-11-INK-S' },
  ];

  test('are not there for guests and customers, by any way', async () => {
    for (const token of [null, shop.customer, shop.warehouse]) {
      const { data } = await shop.query(
        `{ byId: product(id: "${DRAFT.id}") { slug } bySlug: product(slug: "${DRAFT.slug}") { slug }
           variant(sku: "SKU-11-INK-S") { sku }
           products(first: 100) { totalCount nodes { status } } }`,
        {},
        token,
      );
      expect(data).toMatchObject({ byId: null, bySlug: null, variant: null });
      expect(data.products.nodes.map(({ status }: { status: string }) => status)).not.toContain(
        'DRAFT',
      );
      expect((await shop.entities(keys, ENTITY, token)).data._entities).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  test('have no stock to count for who may not see them', async () => {
    const variables = { id: DRAFT.variantId, delta: 1 };
    expect(await shop.codes(STOCK, variables, shop.warehouse)).toEqual(['NOT_FOUND']);
    expect(await shop.codes(STOCK, variables, shop.merchandiser)).toEqual([]);
  });

  test('are there for merchandisers, and listed when asked for', async () => {
    const { data } = await shop.entities(keys, ENTITY, shop.merchandiser);
    expect(data._entities).toEqual([
      { slug: DRAFT.slug },
      { slug: DRAFT.slug },
      { sku: 'SKU-11-INK-S' },
      { sku: 'SKU-11-INK-S' },
    ]);
    const list = '{ products(filter: { status: DRAFT }) { nodes { slug } } }';
    const drafts = await shop.run(list, {});
    expect(drafts.products.nodes.map(({ slug }: { slug: string }) => slug)).toContain(DRAFT.slug);
    expect(await shop.codes(list, {}, shop.customer)).toEqual(['FORBIDDEN']);
    expect(await shop.codes(list, {})).toEqual(['UNAUTHENTICATED']);
  });
});

describe('scopes', () => {
  const id = idOf(2, 4);
  const variantId = idOf(3, 40);
  test.each([
    ['createProduct', CREATE, { input: productInput('never') }],
    ['updateProduct', UPDATE, { id, v: 1, input: { brand: 'Never' } }],
    ['publishProduct', PUBLISH, { id, v: 1 }],
    ['archiveProduct', ARCHIVE, { id, v: 1 }],
    ['addVariant', ADD, { id, v: 1, input: variantInput('NEVER', 'celadon') }],
    ['setVariantPrices', PRICE, { id: variantId, v: 1, prices: [{ amount: 1, currency: 'KRW' }] }],
    ['adjustStock', STOCK, { id: variantId, delta: 1 }],
    ['history', 'query ($id: ID!) { product(id: $id) { history { nodes { id } } } }', { id }],
    ['stockMovements', '{ variant(sku: "SKU-4-INK-S") { stockMovements { nodes { id } } } }', {}],
    ['priceHistory', '{ variant(sku: "SKU-4-INK-S") { priceHistory { nodes { id } } } }', {}],
  ])('%s is refused to guests and customers', async (_, source, variables) => {
    expect(await shop.codes(source, variables)).toEqual(['UNAUTHENTICATED']);
    expect(await shop.codes(source, variables, shop.customer)).toEqual(['FORBIDDEN']);
    const [row] = await shop.sql`select brand, version, status from products where id = ${id}`;
    expect(row).toMatchObject({ version: 1, status: 'PUBLISHED' });
  });
});
