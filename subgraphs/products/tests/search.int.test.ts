import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, type Products, startProducts } from './fixture.ts';

const COUNT = 130;
let shop: Products;
beforeAll(async () => {
  shop = await startProducts(COUNT);
});
afterAll(() => shop.close());

const titles = async (search: string, locale = 'EN'): Promise<string[]> => {
  const { data, errors } = await shop.query(
    `query ($search: String, $locale: Locale!) {
      products(search: $search, first: 100) { nodes { title(locale: $locale) } } }`,
    { search, locale },
  );
  expect(errors).toBeUndefined();
  return data.products.nodes.map(({ title }: { title: string }) => title);
};

describe('search', () => {
  test.each([
    ['mug', 'EN', 'mug'],
    ['MUGS', 'EN', 'mug'],
    ['ceramc', 'EN', 'Ceramic'],
    ['cermaic mgu', 'EN', 'Ceramic mug'],
    ['shrit', 'EN', 'shirt'],
    ['머그', 'KO', '머그컵'],
    ['머그캅', 'KO', '머그컵'],
    ['도쟈기', 'KO', '도자기'],
    ['머그컵받침', 'KO', '머그컵'],
    ['강철', 'KO', '과도'],
    ['컵', 'KO', '머그컵'],
    ['셔즈', 'KO', '셔츠'],
  ] as const)('%s finds what was meant', async (search, locale, expected) => {
    const found = await titles(search, locale);
    expect(found.length).toBeGreaterThan(20);
    for (const title of found) expect(title).toContain(expected);
  });

  test('every word must be found, also in brand and tags', async () => {
    const both = await titles('mug handmade onggi');
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan((await titles('mug')).length);
    expect(await titles('mug zzzzqqq')).toEqual([]);
    expect(await titles('%_\\ \' " | & !')).toHaveLength(100);
  });

  test('a search that finds nothing counts nothing', async () => {
    const { data } = await shop.query(
      '{ products(search: "xylophonist") { totalCount facets { inStock brands { count } } } }',
    );
    expect(data.products).toEqual({ totalCount: 0, facets: { inStock: 0, brands: [] } });
  });
});

describe('pages', () => {
  const walk = async (args: string, first: number) => {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { data, errors }: Awaited<ReturnType<Products['query']>> = await shop.query(
        `query ($first: Int!, $after: String) { products(${args}, first: $first, after: $after) {
          totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo, totalCount } = data.products;
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      total = totalCount;
    } while (after !== null);
    return { ids, total };
  };

  test.each([
    'sort: NEWEST',
    'sort: RELEVANCE, search: "mug"',
    'sort: RELEVANCE',
    'sort: PRICE_ASC',
    'sort: PRICE_DESC, currency: USD',
    'sort: PRICE_ASC, currency: EUR, search: "shirt"',
    'sort: TITLE',
    'sort: TITLE, locale: KO, filter: { inStock: true }',
  ])('the pages of %s are complete, without repeats, and the same at any size', async (args) => {
    const { ids, total } = await walk(args, 7);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(total);
    expect(total).toBeGreaterThan(30);
    expect((await walk(args, 100)).ids).toEqual(ids);
  });

  test('prices and titles come in order', async () => {
    const { data } = await shop.query(`{
      up: products(sort: PRICE_ASC, first: 100) { nodes { priceRange { min { amount } } } }
      down: products(sort: PRICE_DESC, first: 100) { nodes { priceRange { min { amount } } } }
      titles: products(sort: TITLE, locale: KO, first: 100) { nodes { title(locale: KO) } }
    }`);
    const amounts = (list: { nodes: { priceRange: { min: { amount: number } } }[] }) =>
      list.nodes.map(({ priceRange }) => priceRange.min.amount);
    expect(amounts(data.up)).toEqual(amounts(data.up).toSorted((a, b) => a - b));
    expect(amounts(data.down)).toEqual(amounts(data.down).toSorted((a, b) => b - a));
    const names: string[] = data.titles.nodes.map(({ title }: { title: string }) => title);
    expect(names).toEqual(names.toSorted());
  });

  test.each([
    ['first: 0', 'first must be at least 1.'],
    ['first: 101', 'first must be at most 100.'],
    ['first: -5', 'first must be at least 1.'],
    ['after: "nonsense"', 'after is not a cursor of this list.'],
    ['after: ""', 'after is not a cursor of this list.'],
    ['filter: { category: "nowhere" }', null],
    [
      'filter: { price: { currency: KRW, min: 5, max: 1 } }',
      'filter.price|min must not be above max',
    ],
    ['filter: { price: { currency: KRW, min: -5 } }', 'expected number to be >=0'],
    ['filter: { options: [{ code: "size", values: [] }] }', 'expected array to have >=1'],
    [`search: "${'a'.repeat(201)}"`, 'expected string to have <=200'],
  ])('products(%s) is answered clearly', async (args, message) => {
    const { data, errors } = await shop.query(`{ products(${args}) { totalCount nodes { id } } }`);
    if (message === null) {
      expect(data.products).toEqual({ totalCount: 0, nodes: [] });
      return;
    }
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(message.split('|').at(-1));
  });

  test('a cursor of another order is refused', async () => {
    const { data } = await shop.query('{ products(sort: TITLE) { pageInfo { endCursor } } }');
    const after = data.products.pageInfo.endCursor;
    for (const sort of ['NEWEST', 'PRICE_ASC', 'RELEVANCE']) {
      const query = `query ($after: String) { products(sort: ${sort}, after: $after) { totalCount } }`;
      expect(await shop.codes(query, { after })).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('facets', () => {
  const FACETS = `totalCount facets {
    categories { category { slug } count }
    brands { brand count selected }
    prices(currency: USD) { min { amount } max { amount } count }
    options { code name(locale: KO) values { code name count selected } }
    attributes { code values { code count } }
    inStock
  }`;
  const ask = async (args: string) =>
    (await shop.query(`{ products(${args}) { ${FACETS} } }`)).data.products;
  const total = async (filter: string, search: string) =>
    (await shop.query(`{ products(search: "${search}", filter: { ${filter} }) { totalCount } }`))
      .data.products.totalCount;

  test.each(['', 'mug'])(
    'with the search "%s" each count is what the choice would leave',
    async (search) => {
      const { facets } = await ask(`search: "${search}"`);
      expect(facets.brands.length).toBeGreaterThan(0);
      for (const { category, count } of facets.categories) {
        expect(await total(`category: "${category.slug}"`, search)).toBe(count);
      }
      for (const { brand, count } of facets.brands) {
        expect(await total(`brands: ["${brand}"]`, search)).toBe(count);
      }
      for (const { min, max, count } of facets.prices) {
        const price = `price: { currency: USD, min: ${min?.amount ?? null}, max: ${max?.amount ?? null} }`;
        expect(await total(price, search)).toBe(count);
      }
      for (const kind of ['options', 'attributes'] as const) {
        expect(facets[kind].length).toBeGreaterThan(0);
        for (const group of facets[kind]) {
          for (const { code, count } of group.values) {
            const choice = `${kind}: [{ code: "${group.code}", values: ["${code}"] }]`;
            expect(await total(choice, search)).toBe(count);
          }
        }
      }
      expect(await total('inStock: true', search)).toBe(facets.inStock);
    },
  );

  test('choices within a facet do not hide its other values; choices elsewhere do', async () => {
    const chosen = 'options: [{ code: "colour", values: ["moss"] }], brands: ["Onggi"]';
    const { facets, totalCount } = await ask(`filter: { ${chosen} }`);
    expect(await total(chosen, '')).toBe(totalCount);
    const colours = facets.options.find(({ code }: { code: string }) => code === 'colour');
    expect(colours.name).toBe('색');
    for (const { code, count, selected } of colours.values) {
      const instead = `options: [{ code: "colour", values: ["${code}"] }], brands: ["Onggi"]`;
      expect(await total(instead, '')).toBe(count);
      expect(selected).toBe(code === 'moss');
    }
    for (const { brand, count } of facets.brands) {
      const instead = `options: [{ code: "colour", values: ["moss"] }], brands: ["${brand}"]`;
      expect(await total(instead, '')).toBe(count);
    }
    const materials = facets.attributes[0].values;
    for (const { code, count } of materials) {
      expect(
        await total(`${chosen}, attributes: [{ code: "material", values: ["${code}"] }]`, ''),
      ).toBe(count);
    }
  });

  test('tags must all hold', async () => {
    expect(await total('tags: ["gift", "korean"]', '')).toBe(await total('tags: ["gift"]', ''));
    expect(await total('tags: ["gift", "handmade"]', '')).toBe(0);
  });
});

describe('the tree', () => {
  test('a category knows its way up, its way down and what is in it', async () => {
    const { data } = await shop.query(`{
      categories { slug productCount children { slug productCount parent { slug } } }
      category(slug: "cups") { ancestors { slug } name(locale: KO)
        products(sort: TITLE, first: 3) { totalCount nodes { category { slug } } } }
    }`);
    expect(data.categories.map(({ slug }: { slug: string }) => slug)).toEqual([
      'kitchen',
      'clothing',
    ]);
    const [kitchen] = data.categories;
    const below = kitchen.children.map((each: { productCount: number }) => each.productCount);
    expect(kitchen.productCount).toBe(below[0] + below[1]);
    expect(kitchen.children[0].parent).toEqual({ slug: 'kitchen' });
    expect(data.category).toMatchObject({ ancestors: [{ slug: 'kitchen' }], name: '컵' });
    expect(data.category.products.totalCount).toBe(below[0]);
    expect(data.category.products.nodes[0].category.slug).toBe('cups');
  });
});

describe('cost', () => {
  const nested = (first: number) => `{ products(first: ${first}) {
    totalCount facets { brands { count } categories { category { slug } } options { code } }
    nodes { title description image { url } priceRange { min { amount } } availability { status }
      category { name ancestors { slug } parent { slug } productCount }
      options { code } attributes { code }
      variants { sku title options { code value { name } } product { slug } price { amount } } } } }`;

  test('the statements of a page are as many for 5 products as for 50', async () => {
    const cost = async (first: number) => {
      const before = await shop.statements();
      const { data, errors } = await shop.query(nested(first));
      expect(errors).toBeUndefined();
      expect(data.products.nodes).toHaveLength(first);
      return (await shop.statements()) - before;
    };
    await cost(2);
    const five = await cost(5);
    expect(await cost(50)).toBe(five);
    expect(five).toBeLessThanOrEqual(13);
  });

  test('so are those of representations', async () => {
    const cost = async (count: number) => {
      const keys = Array.from({ length: count }, (_, n) => ({
        __typename: 'ProductVariant',
        id: idOf(3, (n + 1) * 10),
      }));
      const before = await shop.statements();
      const { data } = await shop.entities(keys, '... on ProductVariant { sku product { title } }');
      expect(data._entities).toHaveLength(count);
      return (await shop.statements()) - before;
    };
    await cost(1);
    expect(await cost(5)).toBe(await cost(100));
  });
});
