import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADD, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('without the catalogue a cart can be read and changed, but nothing added', async () => {
  const mug = stage.catalogue.put();
  const { token: cartToken, lines } = await stage.add({ variantId: mug.variantId });
  const input = { variantId: mug.variantId, cartToken };
  await stage.catalogue.down();
  try {
    const { errors } = await stage.query(ADD, { input });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('the catalogue does not answer'),
      extensions: { code: 'UNAVAILABLE', retryable: true },
    });
    expect((await stage.cartOf(cartToken)).totalQuantity).toBe(1);
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
    await stage.codes(ADD, {
      input: { variantId: mug.variantId },
    }),
  ).toEqual(['UNAVAILABLE']);
});

test('a catalogue that hangs is given up on', async () => {
  const mug = stage.catalogue.put();
  const hung = Promise.withResolvers<void>();
  stage.catalogue.beforeAnswer(() => hung.promise);
  expect(
    await stage.codes(ADD, {
      input: { variantId: mug.variantId },
    }),
  ).toEqual(['UNAVAILABLE']);
  hung.resolve();
});
