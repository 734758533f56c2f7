import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const PROBLEMS = `problems {
  __typename message
  ... on PriceChanged { was { amount currency } now { amount } korean: message(locale: KO) }
  ... on InsufficientStock { available }
}`;

const brought = (id: string, prices: object[], quantity: number) => ({
  __typename: 'CartLine',
  id,
  variant: { __typename: 'ProductVariant', prices, availability: { quantity } },
});

test('a line tells its problems from what the router brings along, without asking anybody', async () => {
  const mug = stage.catalogue.put();
  const { lines } = await stage.add({ variantId: mug.variantId, quantity: 5 });
  const { id } = lines[0];
  const price = (amount: number) => [{ amount, currency: 'KRW' }];
  const asked = stage.catalogue.calls.length;

  const { data } = await stage.entities(
    [
      brought(id, price(15_000), 5),
      brought(id, price(16_000), 5),
      brought(id, price(15_000), 0),
      brought(id, price(15_000), 4),
      brought(id, price(14_000), 4),
      brought(id, [{ amount: 1_200, currency: 'USD' }], 9),
    ],
    `... on CartLine { ${PROBLEMS} }`,
  );
  const changed = (now: number, message: string, korean: string) => ({
    __typename: 'PriceChanged',
    message,
    korean,
    was: { amount: 15_000, currency: 'KRW' },
    now: { amount: now },
  });
  const few = { __typename: 'InsufficientStock', message: 'Only 4 left.', available: 4 };
  expect(data._entities.map((line: { problems: object[] }) => line.problems)).toEqual([
    [],
    [
      changed(
        16_000,
        'The price was ₩15,000 and is now ₩16,000.',
        '가격이 ₩15,000에서 ₩16,000(으)로 바뀌었습니다.',
      ),
    ],
    [{ __typename: 'OutOfStock', message: 'This is out of stock.' }],
    [few],
    [
      changed(
        14_000,
        'The price was ₩15,000 and is now ₩14,000.',
        '가격이 ₩15,000에서 ₩14,000(으)로 바뀌었습니다.',
      ),
      few,
    ],
    [{ __typename: 'NoLongerSold', message: 'This is no longer sold.' }],
  ]);
  expect(stage.catalogue.calls).toHaveLength(asked);
});

test('lines that come without it are checked by one question to the catalogue', async () => {
  const [mug, pen] = [stage.catalogue.put(), stage.catalogue.put()];
  const { token: cartToken } = await stage.add({ variantId: mug.variantId, quantity: 2 });
  await stage.add({ variantId: pen.variantId, cartToken });
  stage.catalogue.change(mug, { available: 1 });
  stage.catalogue.remove(pen);
  const asked = stage.catalogue.calls.length;
  const { data } = await stage.query(
    `query ($t: String) { cart(cartToken: $t) { lines { ${PROBLEMS} } } }`,
    { t: cartToken },
  );
  expect(data.cart.lines).toMatchObject([
    { problems: [{ __typename: 'InsufficientStock', available: 1 }] },
    { problems: [{ __typename: 'NoLongerSold' }] },
  ]);
  expect(stage.catalogue.calls).toHaveLength(asked + 1);
});

test('accepting the present prices settles what changed, and keeps what is not sold', async () => {
  const [mug, pen] = [stage.catalogue.put({ title: 'Mug' }), stage.catalogue.put()];
  const { token: cartToken } = await stage.add({ variantId: mug.variantId, quantity: 2 });
  await stage.add({ variantId: pen.variantId, cartToken });
  stage.catalogue.change(mug, { prices: { KRW: 17_000 }, title: 'Renamed' });
  stage.catalogue.remove(pen);
  const { data } = await stage.query(
    `mutation ($t: String) { acceptCartPrices(cartToken: $t) {
       subtotal { amount } lines { title problems { __typename } }
     } }`,
    { t: cartToken },
  );
  expect(data.acceptCartPrices).toEqual({
    subtotal: { amount: 2 * 17_000 + 15_000 },
    lines: [
      { title: 'Mug', problems: [] },
      { title: 'Ink mug', problems: [{ __typename: 'NoLongerSold' }] },
    ],
  });
});
