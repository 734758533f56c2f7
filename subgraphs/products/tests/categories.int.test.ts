import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, type Products, startProducts } from './fixture.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(24);
});
afterAll(() => shop.close());

describe('the tree', () => {
  const MOVE =
    'mutation ($id: ID!, $to: ID) { moveCategory(id: $id, parentId: $to, position: 3) { parent { slug } ancestors { slug } } }';
  test('a category moves with what is in it, but never into itself', async () => {
    const { moveCategory } = await shop.run(MOVE, { id: idOf(1, 2), to: idOf(1, 5) });
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
    await shop.run(MOVE, { id: idOf(1, 2), to: idOf(1, 1) });
  });

  test('a category is added', async () => {
    const { createCategory } = await shop.run(
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
