import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('the same variant added twenty times at once is there twenty times', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  await Promise.all(
    Array.from({ length: 20 }, () => stage.add({ variantId: mug.variantId }, mina.token)),
  );
  const cart = await stage.cartOf(null, mina.token);
  expect(cart.lines).toHaveLength(1);
  expect(cart.totalQuantity).toBe(20);
  const rows = await stage.database
    .sql`select count(*)::int as carts from carts where customer_id = ${mina.id}`;
  expect(rows).toEqual([{ carts: 1 }]);
});

test('a guest cart takes the same variant twenty times at once, too', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken } = await stage.add({ variantId: mug.variantId });
  await Promise.all(
    Array.from({ length: 19 }, () => stage.add({ variantId: mug.variantId, cartToken })),
  );
  expect((await stage.cartOf(cartToken)).totalQuantity).toBe(20);
});

test('a cart that changes its currency while the price is asked for is asked for again', async () => {
  const [mug, pen] = [stage.catalogue.put(), stage.catalogue.put()];
  const { token: cartToken } = await stage.add({ variantId: mug.variantId });
  stage.catalogue.beforeAnswer(async () => {
    await stage.query(
      'mutation ($t: String) { setCartCurrency(currency: USD, cartToken: $t) { id } }',
      {
        t: cartToken,
      },
    );
  });
  const cart = await stage.add({ variantId: pen.variantId, cartToken });
  expect(cart).toMatchObject({ currency: 'USD', subtotal: { amount: 2_400 } });
});
