import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, type Products, startProducts } from './fixture.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(24);
});
afterAll(() => shop.close());

/** The eleventh product of the fixture is a draft. */
const DRAFT = { id: idOf(2, 11), slug: 'product-11', variantId: idOf(3, 110) };
const NOBODY = idOf(2, 999_999);

const run = async (source: string, variables: object, token = shop.merchandiser) => {
  const { data, errors } = await shop.query(source, variables, token);
  expect(errors).toBeUndefined();
  return data;
};

const input = (slug: string) => ({
  slug,
  categoryId: idOf(1, 2),
  brand: 'Onggi',
  title: { en: 'Tea bowl', ko: '찻사발' },
  description: { en: 'For tea.', ko: '차를 위한 그릇.' },
  tags: ['tea'],
  options: [
    {
      code: 'glaze',
      name: { en: 'Glaze', ko: '유약' },
      values: [
        { code: 'celadon', name: { en: 'Celadon', ko: '청자' } },
        { code: 'tenmoku', name: { en: 'Tenmoku', ko: '천목' } },
      ],
    },
  ],
  attributes: [
    {
      code: 'material',
      name: { en: 'Material', ko: '소재' },
      valueCode: 'stoneware',
      value: { en: 'Stoneware', ko: '석기' },
    },
  ],
  images: [{ file: 'bowl.svg', alt: { en: 'A bowl', ko: '사발' } }],
});

const CREATE = `mutation ($input: CreateProductInput!) {
  createProduct(input: $input) { id slug status version attributes { valueCode value } images { url } } }`;
const UPDATE = `mutation ($id: ID!, $v: Int!, $input: UpdateProductInput!) {
  updateProduct(id: $id, expectedVersion: $v, input: $input) { version title brand } }`;
const PUBLISH = `mutation ($id: ID!, $v: Int!) { publishProduct(id: $id, expectedVersion: $v) { status version } }`;
const ARCHIVE = `mutation ($id: ID!, $v: Int!) { archiveProduct(id: $id, expectedVersion: $v) { status version } }`;
const ADD = `mutation ($id: ID!, $v: Int!, $input: AddVariantInput!) {
  addVariant(productId: $id, expectedVersion: $v, input: $input) {
    id sku title title_ko: title(locale: KO) version availability { status } product { version } } }`;
const PRICE = `mutation ($id: ID!, $v: Int!, $prices: [MoneyInput!]!) {
  setVariantPrices(variantId: $id, expectedVersion: $v, prices: $prices) { version prices { amount currency } } }`;
const STOCK = `mutation ($id: ID!, $delta: Int!, $reason: StockReason! = COUNTED, $note: String) {
  adjustStock(variantId: $id, delta: $delta, reason: $reason, note: $note) {
    availability { quantity inStock status } } }`;

const variant = (sku: string, glaze: string) => ({
  sku,
  options: [{ code: 'glaze', value: glaze }],
  prices: [
    { amount: 42_000, currency: 'KRW' },
    { amount: 3_200, currency: 'USD' },
    { amount: 2_900, currency: 'EUR' },
  ],
  weightGrams: 320,
});

test('a product is written, priced, stocked, published, found, and taken off sale', async () => {
  const { createProduct } = await run(CREATE, { input: input('tea-bowl') });
  expect(createProduct).toMatchObject({
    status: 'DRAFT',
    version: 1,
    attributes: [{ valueCode: 'stoneware', value: 'Stoneware' }],
    images: [{ url: 'http://shop.example/images/bowl.svg' }],
  });
  const { id } = createProduct;
  expect(await shop.codes(PUBLISH, { id, v: 1 }, shop.merchandiser)).toEqual(['CONFLICT']);
  const { addVariant } = await run(ADD, { id, v: 1, input: variant('BOWL-C', 'celadon') });
  expect(addVariant).toMatchObject({
    title: 'Celadon',
    title_ko: '청자',
    version: 1,
    availability: { status: 'OUT_OF_STOCK' },
    product: { version: 2 },
  });
  await run(PUBLISH, { id, v: 2 });
  const find = async (search: string) =>
    (
      await shop.query(
        `{ products(search: "${search}") { nodes { slug availability { inStock } } } }`,
      )
    ).data.products.nodes;
  expect(await find('찻사발')).toEqual([{ slug: 'tea-bowl', availability: { inStock: false } }]);
  const { adjustStock } = await run(
    STOCK,
    { id: addVariant.id, delta: 4, reason: 'RECEIVED', note: 'kiln 7' },
    shop.warehouse,
  );
  expect(adjustStock.availability).toEqual({ quantity: 4, inStock: true, status: 'LOW_STOCK' });
  const { data } = await shop.query(
    '{ products(search: "bowl", filter: { inStock: true }) { totalCount } }',
  );
  expect(data.products.totalCount).toBe(1);
  const { setVariantPrices } = await run(PRICE, {
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
  const { archiveProduct } = await run(ARCHIVE, { id, v: 4 });
  expect(archiveProduct).toEqual({ status: 'ARCHIVED', version: 5 });
  expect(await find('bowl')).toEqual([]);
  const bought = await shop.query('{ product(slug: "tea-bowl") { status } }');
  expect(bought.data.product).toEqual({ status: 'ARCHIVED' });

  const { product } = await run(
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
  const rest = await run(
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
    await run(UPDATE, { id, v: 1, input: { brand: 'Renamed' } });
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
    const again = await run(UPDATE, { id, v: 2, input: { brand: 'Renamed' } });
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
    const { publishProduct } = await run(PUBLISH, { id: idOf(2, 2), v: 99 });
    expect(publishProduct).toEqual({ status: 'PUBLISHED', version: 1 });
  });
});

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
    const drafts = await run(list, {});
    expect(drafts.products.nodes.map(({ slug }: { slug: string }) => slug)).toContain(DRAFT.slug);
    expect(await shop.codes(list, {}, shop.customer)).toEqual(['FORBIDDEN']);
    expect(await shop.codes(list, {})).toEqual(['UNAUTHENTICATED']);
  });
});

describe('scopes', () => {
  const id = idOf(2, 4);
  const variantId = idOf(3, 40);
  test.each([
    ['createProduct', CREATE, { input: input('never') }],
    ['updateProduct', UPDATE, { id, v: 1, input: { brand: 'Never' } }],
    ['publishProduct', PUBLISH, { id, v: 1 }],
    ['archiveProduct', ARCHIVE, { id, v: 1 }],
    ['addVariant', ADD, { id, v: 1, input: variant('NEVER', 'celadon') }],
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

describe('stock', () => {
  test('is never negative, however many take from it at once', async () => {
    const id = idOf(3, 50);
    await run(STOCK, { id, delta: 7, reason: 'RECEIVED' });
    const [{ stock } = { stock: 0 }] = await shop.sql<
      { stock: number }[]
    >`select stock from variants where id = ${id}`;
    const takes = Array.from({ length: stock + 8 }, () =>
      shop.codes(STOCK, { id, delta: -1, reason: 'SOLD' }, shop.warehouse),
    );
    const codes = (await Promise.all(takes)).map(([code]) => code ?? 'taken');
    expect(codes.filter((code) => code === 'taken')).toHaveLength(stock);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(8);
    const [after] = await shop.sql`
      select v.stock, (select sum(delta)::int from stock_movements m where m.variant_id = v.id) as moved
      from variants v where id = ${id}`;
    expect(after).toEqual({ stock: 0, moved: 0 });
  });

  test('the last units of two variants sold at the same moment leave the product sold out', async () => {
    const rows = await shop.sql<{ id: string; stock: number }[]>`
      select id, stock from variants where product_id = ${idOf(2, 8)}`;
    expect(rows.length).toBeGreaterThan(1);
    await Promise.all(
      rows.map(({ id, stock }) => run(STOCK, { id, delta: -stock, reason: 'SOLD' })),
    );
    const [listing] =
      await shop.sql`select in_stock from listings where product_id = ${idOf(2, 8)}`;
    expect(listing).toEqual({ in_stock: false });
  });
});

describe('what the database itself refuses', () => {
  const id = idOf(3, 20);
  const product = idOf(2, 2);
  test.each([
    [
      'negative stock',
      `update variants set stock = -1 where id = '${id}'`,
      'variants_stock_not_negative',
    ],
    [
      'a price of nothing',
      `update variants set price_usd = 0 where id = '${id}'`,
      'variants_prices_positive',
    ],
    ['a missing price', `update variants set price_eur = null where id = '${id}'`, 'not-null'],
    [
      'a used SKU',
      `update variants set sku = 'SKU-1-INK-S' where id = '${id}'`,
      'variants_sku_unique',
    ],
    [
      'weightless things',
      `update variants set weight_grams = 0 where id = '${id}'`,
      'variants_weight_positive',
    ],
    [
      'a used slug',
      `update products set slug = 'product-1' where id = '${product}'`,
      'products_slug_unique',
    ],
    [
      'a strange slug',
      `update products set slug = 'A B' where id = '${product}'`,
      'products_slug_shape',
    ],
    [
      'an unknown status',
      `update products set status = 'GONE' where id = '${product}'`,
      'products_status_known',
    ],
    [
      'no category',
      `update products set category_id = '${NOBODY}' where id = '${product}'`,
      'products_category_id',
    ],
    ['a category in itself', 'update categories set parent_id = id', 'categories_not_own_parent'],
    [
      'a published product without a price',
      `update listings set from_usd = 0 where product_id = '${product}'`,
      'listings_published_are_priced',
    ],
    ['a movement of nothing', 'update stock_movements set delta = 0', 'stock_movements_move'],
    [
      'another currency',
      `insert into price_changes select '${id}', '${id}', 'GBP', null, 1, '${id}', now()`,
      'price_changes_currency_known',
    ],
  ])('%s', async (_, statement, constraint) => {
    await expect(shop.sql.unsafe(statement)).rejects.toThrow(constraint);
  });
});

describe('bad input', () => {
  const price = (amount: number) => ({
    id: idOf(3, 20),
    v: 1,
    prices: [{ amount, currency: 'KRW' }],
  });
  const attempt = { ...input('ok-slug') };
  test.each([
    ['an id that is none', PUBLISH, { id: 'x', v: 1 }, 'BAD_USER_INPUT'],
    ['an unknown product', PUBLISH, { id: NOBODY, v: 1 }, 'NOT_FOUND'],
    ['an unknown variant', STOCK, { id: NOBODY, delta: 1 }, 'NOT_FOUND'],
    ['a price of 0', PRICE, price(0), 'BAD_USER_INPUT'],
    ['a negative price', PRICE, price(-5), 'BAD_USER_INPUT'],
    ['a price beyond reason', PRICE, price(2_100_000_000), 'BAD_USER_INPUT'],
    [
      'an unknown currency',
      PRICE,
      { ...price(1), prices: [{ amount: 1, currency: 'GBP' }] },
      'BAD_USER_INPUT',
    ],
    [
      'a currency twice',
      PRICE,
      { ...price(1), prices: [1, 2].map((amount) => ({ amount, currency: 'KRW' })) },
      'BAD_USER_INPUT',
    ],
    ['a delta of 0', STOCK, { id: idOf(3, 20), delta: 0 }, 'BAD_USER_INPUT'],
    ['a delta beyond reason', STOCK, { id: idOf(3, 20), delta: 2_000_000 }, 'BAD_USER_INPUT'],
    ['too many units out', STOCK, { id: idOf(3, 20), delta: -999 }, 'CONFLICT'],
    ['a used slug', CREATE, { input: input('product-1') }, 'CONFLICT'],
    ['a strange slug', CREATE, { input: { ...attempt, slug: 'Ok Slug' } }, 'BAD_USER_INPUT'],
    [
      'an empty title',
      CREATE,
      { input: { ...attempt, title: { en: ' ', ko: '가' } } },
      'BAD_USER_INPUT',
    ],
    [
      'an unknown category',
      CREATE,
      { input: { ...attempt, categoryId: NOBODY } },
      'BAD_USER_INPUT',
    ],
    [
      'an image with a path',
      CREATE,
      { input: { ...attempt, images: [{ file: '../x.svg', alt: attempt.title }] } },
      'BAD_USER_INPUT',
    ],
    [
      'an attribute twice',
      CREATE,
      { input: { ...attempt, attributes: [...attempt.attributes, ...attempt.attributes] } },
      'BAD_USER_INPUT',
    ],
    ['a null title', UPDATE, { id: idOf(2, 5), v: 1, input: { title: null } }, 'BAD_USER_INPUT'],
    [
      'a variant of unknown options',
      ADD,
      { id: idOf(2, 5), v: 1, input: variant('X-1', 'celadon') },
      'BAD_USER_INPUT',
    ],
    [
      'a used SKU',
      ADD,
      {
        id: idOf(2, 5),
        v: 1,
        input: {
          ...variant('SKU-1-INK-S', ''),
          options: [
            { code: 'size', value: 'm' },
            { code: 'colour', value: 'sand' },
          ],
        },
      },
      'CONFLICT',
    ],
    ['no id and no slug', '{ product { id } }', {}, 'BAD_USER_INPUT'],
    ['an id and a slug', `{ product(id: "${NOBODY}", slug: "a") { id } }`, {}, 'BAD_USER_INPUT'],
  ])('%s', async (what, source, variables, code) => {
    const count =
      () => shop.sql`select (select count(*) from products) p, (select count(*) from variants) v,
      (select sum(stock) from variants) s, (select sum(version) from products) n, (select count(*) from product_changes) h`;
    const before = await count();
    const codes = await shop.codes(source, variables, shop.merchandiser);
    expect(codes, what).toEqual([code]);
    expect(await count()).toEqual(before);
  });

  test('unknown things are null', async () => {
    const { data, errors } = await shop.query(
      `{ product(id: "${NOBODY}") { id } bySlug: product(slug: "none") { id } variant(sku: "none") { id } category(slug: "none") { id } }`,
    );
    expect({ data, errors }).toEqual({
      data: { product: null, bySlug: null, variant: null, category: null },
    });
    const keys = [
      { __typename: 'Product', id: 'not an id' },
      { __typename: 'ProductVariant', id: NOBODY },
      { __typename: 'Category', slug: 'none' },
    ];
    expect((await shop.entities(keys, '__typename')).data._entities).toEqual([null, null, null]);
  });
});

describe('the tree', () => {
  const MOVE =
    'mutation ($id: ID!, $to: ID) { moveCategory(id: $id, parentId: $to, position: 3) { parent { slug } ancestors { slug } } }';
  test('a category moves with what is in it, but never into itself', async () => {
    const { moveCategory } = await run(MOVE, { id: idOf(1, 2), to: idOf(1, 5) });
    expect(moveCategory.ancestors).toEqual([{ slug: 'clothing' }, { slug: 'tops' }]);
    const { data } = await shop.query(
      '{ category(slug: "clothing") { productCount products { totalCount } } }',
    );
    expect(data.category.products.totalCount).toBe(data.category.productCount);
    for (const to of [idOf(1, 4), idOf(1, 5), idOf(1, 2)]) {
      expect(await shop.codes(MOVE, { id: idOf(1, 4), to }, shop.merchandiser)).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
    await run(MOVE, { id: idOf(1, 2), to: idOf(1, 1) });
  });

  test('a category is added', async () => {
    const { createCategory } = await run(
      'mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { slug parent { slug } productCount } }',
      {
        input: {
          slug: 'bowls',
          parentId: idOf(1, 1),
          name: { en: 'Bowls', ko: '그릇' },
          description: { en: 'Round.', ko: '둥근.' },
        },
      },
    );
    expect(createCategory).toEqual({ slug: 'bowls', parent: { slug: 'kitchen' }, productCount: 0 });
  });
});
