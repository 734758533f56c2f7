import { afterAll, beforeAll, expect, test } from 'vitest';
import { CART, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('a guest starts a cart, gets its token once, and finds it again by it', async () => {
  const { data } = await stage.query(
    'mutation { createCart(currency: USD) { id token currency customer { id } } }',
  );
  expect(data.createCart).toMatchObject({ currency: 'USD', customer: null });
  expect(data.createCart.token).toMatch(/^[\w-]{43}$/);
  const found = await stage.cartOf(data.createCart.token);
  expect(found.id).toBe(data.createCart.id);
  expect(await stage.cartOf('nonsense')).toBeNull();
  expect(await stage.cartOf(null)).toBeNull();
});

test('the database holds no token, only its hash', async () => {
  const { data } = await stage.query('mutation { createCart { token } }');
  const rows = await stage.database.sql`select to_jsonb(carts)::text as row from carts`;
  expect(rows.some(({ row }) => row.includes(data.createCart.token))).toBe(false);
});

test('what is added has the price, title and weight of that moment', async () => {
  const mug = stage.catalogue.put({ title: 'Stone mug' });
  const cart = await stage.add({ variantId: mug.variantId, quantity: 3, currency: 'EUR' });
  expect(cart.token).not.toBeNull();
  expect(cart).toMatchObject({
    currency: 'EUR',
    totalQuantity: 3,
    subtotal: { amount: 3_300, currency: 'EUR' },
    weightGrams: 900,
    lines: [
      {
        title: 'Stone mug',
        sku: mug.sku,
        quantity: 3,
        unitPrice: { amount: 1_100, currency: 'EUR' },
        lineTotal: { amount: 3_300 },
        product: { id: mug.productId },
        variant: { id: mug.variantId },
      },
    ],
  });
});

test('titles are kept in the language asked for', async () => {
  const mug = stage.catalogue.put({ title: 'Mug' });
  const cart = await stage.add({ variantId: mug.variantId, locale: 'KO' });
  expect(cart.lines[0].title).toBe('[ko] Mug');
});

test('adding the same variant again adds units, at the newer price', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken } = await stage.add({ variantId: mug.variantId, quantity: 2 });
  stage.catalogue.change(mug, { prices: { KRW: 16_000 } });
  const cart = await stage.add({ variantId: mug.variantId, quantity: 1, cartToken });
  expect(cart.lines).toHaveLength(1);
  expect(cart.lines[0]).toMatchObject({ quantity: 3, unitPrice: { amount: 16_000 } });
});

test('a person who signed in has one active cart', async () => {
  const mina = await stage.person();
  const [mug, pen] = [stage.catalogue.put(), stage.catalogue.put()];
  const first = await stage.add({ variantId: mug.variantId }, mina.token);
  const second = await stage.add({ variantId: pen.variantId }, mina.token);
  expect(second.id).toBe(first.id);
  expect(second).toMatchObject({ token: null, customer: { id: mina.id } });
  expect(second.lines).toHaveLength(2);
  const { data } = await stage.query('mutation { createCart { id } }', {}, mina.token);
  expect(data.createCart.id).toBe(first.id);
  expect((await stage.cartOf(null, mina.token)).id).toBe(first.id);
});

test('a line is changed, removed, and removed again without complaint; a cart is cleared', async () => {
  const [mug, pen] = [stage.catalogue.put(), stage.catalogue.put()];
  const { token: cartToken, lines } = await stage.add({ variantId: mug.variantId });
  await stage.add({ variantId: pen.variantId, cartToken });
  const change = async (call: string) =>
    (await stage.query(`mutation { ${call} { totalQuantity lines { id quantity } } }`)).data;
  const secret = `cartToken: "${cartToken}"`;
  const id = lines[0].id;

  const raised = await change(`updateCartLine(lineId: "${id}", quantity: 5, ${secret})`);
  expect(raised.updateCartLine.totalQuantity).toBe(6);
  const zero = await change(`updateCartLine(lineId: "${id}", quantity: 0, ${secret})`);
  expect(zero.updateCartLine.lines).toHaveLength(1);
  const again = await change(`removeCartLine(lineId: "${id}", ${secret})`);
  expect(again.removeCartLine.lines).toHaveLength(1);
  const cleared = await change(`clearCart(${secret})`);
  expect(cleared.clearCart).toEqual({ totalQuantity: 0, lines: [] });
});

test('two mutations in one request each answer with their own result', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken, lines } = await stage.add({ variantId: mug.variantId });
  const { data } = await stage.query(
    `mutation ($id: ID!, $t: String) {
       a: updateCartLine(lineId: $id, quantity: 4, cartToken: $t) { totalQuantity }
       b: updateCartLine(lineId: $id, quantity: 7, cartToken: $t) { totalQuantity }
     }`,
    { id: lines[0].id, t: cartToken },
  );
  expect(data).toEqual({ a: { totalQuantity: 4 }, b: { totalQuantity: 7 } });
});

test('a change of currency quotes every line anew and lets go of what is not sold in it', async () => {
  const mug = stage.catalogue.put();
  const pen = stage.catalogue.put({ prices: { KRW: 3_000 } });
  const { token: cartToken } = await stage.add({ variantId: mug.variantId, quantity: 2 });
  await stage.add({ variantId: pen.variantId, cartToken });
  const { data } = await stage.query(
    `mutation ($t: String) { setCartCurrency(currency: USD, cartToken: $t) { ...All } } ${CART}`,
    { t: cartToken },
  );
  expect(data.setCartCurrency).toMatchObject({
    currency: 'USD',
    token: cartToken,
    subtotal: { amount: 2_400, currency: 'USD' },
  });
  expect(data.setCartCurrency.lines).toHaveLength(1);
});
