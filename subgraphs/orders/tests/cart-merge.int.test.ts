import { afterAll, beforeAll, expect, test } from 'vitest';
import { CART, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const MERGE = `mutation ($t: String!) { mergeCart(cartToken: $t) { ...All } } ${CART}`;

const merge = (cartToken: string, token: string | null) =>
  stage.query(MERGE, { t: cartToken }, token);

test('after signing in a guest finds everything in her own cart', async () => {
  const mina = await stage.person();
  const [mug, pen] = [stage.catalogue.put(), stage.catalogue.put()];
  await stage.add({ variantId: mug.variantId, quantity: 60 }, mina.token);
  const { token: guest } = await stage.add({ variantId: mug.variantId, quantity: 70 });
  await stage.add({ variantId: pen.variantId, quantity: 2, cartToken: guest });

  const { data } = await merge(guest, mina.token);
  expect(data.mergeCart).toMatchObject({ token: null, customer: { id: mina.id } });
  expect(data.mergeCart.lines.map((line: { quantity: number }) => line.quantity)).toEqual([99, 2]);

  const { data: gone } = await stage.query('query ($t: String) { cart(cartToken: $t) { id } }', {
    t: guest,
  });
  expect(gone.cart).toBeNull();
});

test('the token opens nothing any more, and the ids of the guest lines lead nowhere', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { token: guest, lines } = await stage.add({ variantId: mug.variantId });
  await merge(guest, mina.token);
  expect(
    await stage.codes('mutation ($t: String) { clearCart(cartToken: $t) { id } }', { t: guest }),
  ).toEqual(['NOT_FOUND']);
  const { data } = await stage.entities(
    [{ __typename: 'CartLine', id: lines[0].id }],
    '... on CartLine { quantity }',
  );
  expect(data._entities).toEqual([null]);
});

test('merging twice is no error and changes nothing', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { token: guest } = await stage.add({ variantId: mug.variantId, quantity: 2 });
  const first = await merge(guest, mina.token);
  const second = await merge(guest, mina.token);
  expect(second.errors).toBeUndefined();
  expect(second.data).toEqual(first.data);
});

test('merging at once from two tabs moves every unit once', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { token: guest } = await stage.add({ variantId: mug.variantId, quantity: 3 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => merge(guest, mina.token)));
  for (const { data } of answers) expect(data.mergeCart.totalQuantity).toBe(3);
});

test('units added to the guest cart while it is merged are in one of both or refused', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { token: cartToken } = await stage.add({ variantId: mug.variantId });
  const adding = Array.from({ length: 8 }, () =>
    stage.add({ variantId: mug.variantId, cartToken }).then(
      () => 1,
      () => 0,
    ),
  );
  await merge(cartToken, mina.token);
  const added = (await Promise.all(adding)).reduce((sum: number, one) => sum + one, 1);
  const { data } = await stage.query('{ cart { totalQuantity } }', {}, mina.token);
  expect(data.cart.totalQuantity).toBe(added);
});

test('a cart that another person took in is no business of mine', async () => {
  const [mina, jun] = [await stage.person(), await stage.person()];
  const mug = stage.catalogue.put();
  const { token: guest } = await stage.add({ variantId: mug.variantId });
  await merge(guest, mina.token);
  const { errors } = await merge(guest, jun.token);
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const { data } = await stage.query('{ cart { id } }', {}, jun.token);
  expect(data.cart).toBeNull();
});

test('carts of two currencies are merged at present prices of the customer, or not at all', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const pen = stage.catalogue.put({ prices: { EUR: 300 } });
  const cup = stage.catalogue.put();
  await stage.add({ variantId: cup.variantId }, mina.token);
  const { token: guest } = await stage.add({ variantId: mug.variantId, currency: 'EUR' });
  await stage.add({ variantId: pen.variantId, cartToken: guest });

  await stage.catalogue.down();
  const refused = await merge(guest, mina.token);
  await stage.catalogue.up();
  expect(refused.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');

  const { data } = await merge(guest, mina.token);
  expect(data.mergeCart).toMatchObject({
    currency: 'KRW',
    subtotal: { amount: 30_000, currency: 'KRW' },
  });
  expect(data.mergeCart.lines).toHaveLength(2);
});

test('who has no cart yet keeps the currency of the guest cart, also without the catalogue', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { token: guest } = await stage.add({ variantId: mug.variantId, currency: 'EUR' });
  await stage.catalogue.down();
  const { data } = await merge(guest, mina.token);
  await stage.catalogue.up();
  expect(data.mergeCart).toMatchObject({ currency: 'EUR', subtotal: { amount: 1_100 } });
});

test('carts that hold too much together stay as they are', async () => {
  const mina = await stage.person();
  const [mug, pen] = [stage.catalogue.put(), stage.catalogue.put()];
  const { id } = await stage.add({ variantId: mug.variantId }, mina.token);
  await stage.database.sql`
    insert into cart_lines select gen_random_uuid(), ${id}, gen_random_uuid(), gen_random_uuid(),
      'SKU', 'Pen', '', 1, 100, 10, now() from generate_series(1, 99)`;
  const { token: guest } = await stage.add({ variantId: pen.variantId });
  const { errors } = await merge(guest, mina.token);
  expect(errors?.[0]?.message).toBe('A cart holds at most 100 lines.');
  const { data } = await stage.query(
    'query ($t: String) { guest: cart(cartToken: $t) { totalQuantity } own: cart { totalQuantity } }',
    { t: guest },
    mina.token,
  );
  expect(data).toEqual({ guest: { totalQuantity: 1 }, own: { totalQuantity: 100 } });
});

test('a guest cannot merge, and a token that opens nothing cannot be merged', async () => {
  const mina = await stage.person();
  const mug = stage.catalogue.put();
  const { token: guest } = await stage.add({ variantId: mug.variantId });
  expect(await stage.codes(MERGE, { t: guest })).toEqual(['UNAUTHENTICATED']);
  expect(await stage.codes(MERGE, { t: 'nonsense' }, mina.token)).toEqual(['NOT_FOUND']);
});
