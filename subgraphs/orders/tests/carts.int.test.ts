import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CART, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const cartOf = async (cartToken: string | null, token?: string) =>
  (
    await stage.query(
      `query ($cartToken: String) { cart(cartToken: $cartToken) { ...All } } ${CART}`,
      { cartToken },
      token,
    )
  ).data.cart;

test('a guest starts a cart, gets its token once, and finds it again by it', async () => {
  const { data } = await stage.query(
    'mutation { createCart(currency: USD) { id token currency customer { id } } }',
  );
  expect(data.createCart).toMatchObject({ currency: 'USD', customer: null });
  expect(data.createCart.token).toMatch(/^[\w-]{43}$/);
  const found = await cartOf(data.createCart.token);
  expect(found.id).toBe(data.createCart.id);
  expect(await cartOf('nonsense')).toBeNull();
  expect(await cartOf(null)).toBeNull();
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
  expect((await cartOf(null, mina.token)).id).toBe(first.id);
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

test('the same variant added twenty times at once is there twenty times', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  await Promise.all(
    Array.from({ length: 20 }, () => stage.add({ variantId: mug.variantId }, mina.token)),
  );
  const cart = await cartOf(null, mina.token);
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
  expect((await cartOf(cartToken)).totalQuantity).toBe(20);
});

test('units are refused beyond 99, and nothing is changed', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken } = await stage.add({ variantId: mug.variantId, quantity: 98 });
  const { errors } = await stage.query(
    'mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }',
    { input: { variantId: mug.variantId, quantity: 2, cartToken } },
  );
  expect(errors?.[0]).toMatchObject({
    message: 'At most 99 of one variant; the cart has 98.',
    extensions: { code: 'BAD_USER_INPUT', inCart: 98 },
  });
  expect((await cartOf(cartToken)).totalQuantity).toBe(98);
});

test('a cart holds 100 lines and not one more', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { id } = await stage.add({ variantId: mug.variantId }, mina.token);
  await stage.database.sql`
    insert into cart_lines select gen_random_uuid(), ${id}, gen_random_uuid(), gen_random_uuid(),
      'SKU', 'Pen', '', 1, 100, 10, now() from generate_series(1, 99)`;
  const one = stage.catalogue.put();
  const { errors } = await stage.query(
    'mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }',
    { input: { variantId: one.variantId } },
    mina.token,
  );
  expect(errors?.[0]?.message).toBe('A cart holds at most 100 lines.');
  expect((await cartOf(null, mina.token)).lines).toHaveLength(100);
});

test('a total that no 32-bit integer holds is refused', async () => {
  const yacht = stage.catalogue.put({ prices: { KRW: 1_500_000_000 } });
  const { token: cartToken } = await stage.add({ variantId: yacht.variantId });
  expect(
    await stage.codes('mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }', {
      input: { variantId: yacht.variantId, cartToken },
    }),
  ).toEqual(['BAD_USER_INPUT']);
  expect((await cartOf(cartToken)).subtotal.amount).toBe(1_500_000_000);
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

test('without the catalogue a cart can be read and changed, but nothing added', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken, lines } = await stage.add({ variantId: mug.variantId });
  const add = 'mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }';
  const input = { variantId: mug.variantId, cartToken };
  await stage.catalogue.down();
  try {
    const { errors } = await stage.query(add, { input });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('the catalogue does not answer'),
      extensions: { code: 'UNAVAILABLE', retryable: true },
    });
    expect((await cartOf(cartToken)).totalQuantity).toBe(1);
    const { data } = await stage.query(
      'mutation ($id: ID!, $t: String) { updateCartLine(lineId: $id, quantity: 2, cartToken: $t) { totalQuantity lines { problems { __typename } } } }',
      { id: lines[0].id, t: cartToken },
    );
    expect(data.updateCartLine).toEqual({ totalQuantity: 2, lines: [{ problems: null }] });
  } finally {
    await stage.catalogue.up();
  }
  expect((await stage.add(input)).totalQuantity).toBe(3);
});

test('a catalogue that fails is told apart from a variant that there is not', async () => {
  const mug = stage.catalogue.put();
  stage.catalogue.beforeAnswer(() => Promise.reject(new Error('planted')));
  expect(
    await stage.codes('mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }', {
      input: { variantId: mug.variantId },
    }),
  ).toEqual(['UNAVAILABLE']);
});

test('a catalogue that hangs is given up on', async () => {
  const mug = stage.catalogue.put();
  const hung = Promise.withResolvers<void>();
  stage.catalogue.beforeAnswer(() => hung.promise);
  expect(
    await stage.codes('mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }', {
      input: { variantId: mug.variantId },
    }),
  ).toEqual(['UNAVAILABLE']);
  hung.resolve();
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
  const { errors } = await stage.query(
    'mutation ($input: AddToCartInput!) { addToCart(input: $input) { id } }',
    { input: { variantId: mug.variantId, ...input } },
  );
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
  expect((await cartOf(token)).totalQuantity).toBe(1);
});

test('who has no cart yet is told so', async () => {
  const mina = await stage.person();
  expect(await stage.codes('mutation { clearCart { id } }', {}, mina.token)).toEqual(['NOT_FOUND']);
});
