import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, type Products, startProducts } from './fixture.ts';
import { STOCK } from './merchandising.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(24);
});
afterAll(() => shop.close());

describe('stock', () => {
  test('is never negative, however many take from it at once', async () => {
    const id = idOf(3, 50);
    await shop.run(STOCK, { id, delta: 7, reason: 'RECEIVED' });
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
      rows.map(({ id, stock }) => shop.run(STOCK, { id, delta: -stock, reason: 'SOLD' })),
    );
    const [listing] =
      await shop.sql`select in_stock from listings where product_id = ${idOf(2, 8)}`;
    expect(listing).toEqual({ in_stock: false });
  });
});
