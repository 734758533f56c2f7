import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADD, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('units are refused beyond 99, and nothing is changed', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken } = await stage.add({ variantId: mug.variantId, quantity: 98 });
  const { errors } = await stage.query(ADD, {
    input: { variantId: mug.variantId, quantity: 2, cartToken },
  });
  expect(errors?.[0]).toMatchObject({
    message: 'At most 99 of one variant; the cart has 98.',
    extensions: { code: 'BAD_USER_INPUT', inCart: 98 },
  });
  expect((await stage.cartOf(cartToken)).totalQuantity).toBe(98);
});

test('a cart holds 100 lines and not one more', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { id } = await stage.add({ variantId: mug.variantId }, mina.token);
  await stage.database.sql`
    insert into cart_lines select gen_random_uuid(), ${id}, gen_random_uuid(), gen_random_uuid(),
      'SKU', 'Pen', '', 1, 100, 10, now() from generate_series(1, 99)`;
  const one = stage.catalogue.put();
  const { errors } = await stage.query(ADD, { input: { variantId: one.variantId } }, mina.token);
  expect(errors?.[0]?.message).toBe('A cart holds at most 100 lines.');
  expect((await stage.cartOf(null, mina.token)).lines).toHaveLength(100);
});

test('a total that no 32-bit integer holds is refused', async () => {
  const yacht = stage.catalogue.put({ prices: { KRW: 1_500_000_000 } });
  const { token: cartToken } = await stage.add({ variantId: yacht.variantId });
  expect(
    await stage.codes(ADD, {
      input: { variantId: yacht.variantId, cartToken },
    }),
  ).toEqual(['BAD_USER_INPUT']);
  expect((await stage.cartOf(cartToken)).subtotal.amount).toBe(1_500_000_000);
});

test.each([
  ['a variant that there is not', { variantId: newId() }, 'NOT_FOUND', 'for sale'],
  [
    'a variant id that is none',
    { variantId: 'x' },
    'BAD_USER_INPUT',
    'variantId: is not a valid id',
  ],
  ['no units', { quantity: 0 }, 'BAD_USER_INPUT', 'quantity: must be at least 1'],
  ['less than no units', { quantity: -3 }, 'BAD_USER_INPUT', 'quantity: must be at least 1'],
  ['a hundred units', { quantity: 100 }, 'BAD_USER_INPUT', 'quantity: must be at most 99'],
  ['a token that opens nothing', { cartToken: 'x' }, 'NOT_FOUND', 'opens no cart'],
  ['a currency that there is not', { currency: 'JPY' }, 'BAD_USER_INPUT', 'JPY'],
  ['half a unit', { quantity: 1.5 }, 'BAD_USER_INPUT', 'Int cannot represent'],
])('%s is refused', async (_, input, code, words) => {
  const mug = stage.catalogue.put();
  const before = await stage.database.sql`select count(*)::int as n from carts`;
  const { errors } = await stage.query(ADD, { input: { variantId: mug.variantId, ...input } });
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(errors?.[0]?.message).toContain(words);
  expect(await stage.database.sql`select count(*)::int as n from carts`).toEqual(before);
});

test.each([
  ['clearCart', 'clearCart', 'BAD_USER_INPUT'],
  ['acceptCartPrices', 'acceptCartPrices', 'BAD_USER_INPUT'],
  ['a line id that is none', 'removeCartLine(lineId: "7", cartToken: "$")', 'BAD_USER_INPUT'],
  [
    'quantity -1',
    `updateCartLine(lineId: "${newId()}", quantity: -1, cartToken: "$")`,
    'BAD_USER_INPUT',
  ],
  [
    'quantity 100',
    `updateCartLine(lineId: "${newId()}", quantity: 100, cartToken: "$")`,
    'BAD_USER_INPUT',
  ],
  [
    'a line that there is not',
    `updateCartLine(lineId: "${newId()}", quantity: 1, cartToken: "$")`,
    'NOT_FOUND',
  ],
  ['a token that opens nothing', 'clearCart(cartToken: "nonsense")', 'NOT_FOUND'],
])('a guest gets a clear refusal: %s', async (_, call, code) => {
  const mug = stage.catalogue.put();
  const { token } = await stage.add({ variantId: mug.variantId });
  const source = `mutation { ${call.replace('$', token)} { id } }`;
  expect(await stage.codes(source)).toEqual([code]);
  expect((await stage.cartOf(token)).totalQuantity).toBe(1);
});

test('who has no cart yet is told so', async () => {
  const mina = await stage.person();
  expect(await stage.codes('mutation { clearCart { id } }', {}, mina.token)).toEqual(['NOT_FOUND']);
});
