import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, NOBODY, type Products, startProducts } from './fixture.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(24);
});
afterAll(() => shop.close());

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
