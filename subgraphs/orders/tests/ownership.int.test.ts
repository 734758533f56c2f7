import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { orderRecord } from './records.ts';
import { openStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let mina: Person;
let jun: Person;
let support: Person;
let merchandiser: Person;
// biome-ignore lint/suspicious/noExplicitAny: a cart as it was answered
let minasCart: any;
const guest: string | null = null;

beforeAll(async () => {
  stage = await openStage();
  [mina, jun, support, merchandiser] = await Promise.all([
    stage.person(),
    stage.person(),
    stage.person(['support']),
    stage.person(['merchandiser']),
  ]);
});
afterAll(() => stage?.close());

let order: ReturnType<typeof orderRecord>;
beforeEach(async () => {
  order = orderRecord(mina.id);
  await stage.seed([order]);
  minasCart = await stage.add({ variantId: stage.catalogue.put().variantId }, mina.token);
});

test('an order is seen by its customer and by staff with orders:read, and by nobody else', async () => {
  const source = `query ($id: ID!, $number: String!) {
    order(id: $id) { number } orderByNumber(number: $number) { id }
  }`;
  const asked = { id: order.id, number: order.number };
  const seen = { order: { number: order.number }, orderByNumber: { id: order.id } };
  const unseen = { order: null, orderByNumber: null };
  for (const [who, answer] of [
    [mina.token, seen],
    [support.token, seen],
    [jun.token, unseen],
    [merchandiser.token, unseen],
    [guest, unseen],
  ] as const) {
    const { data, errors } = await stage.query(source, asked, who);
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer);
  }
});

test('_entities hides the orders, lines, carts and cart lines of others', async () => {
  const representations = [
    { __typename: 'Order', id: order.id },
    { __typename: 'OrderLine', orderId: order.id, number: 1 },
    { __typename: 'Cart', id: minasCart.id },
    { __typename: 'CartLine', id: minasCart.lines[0].id },
  ];
  const selection = `
    ... on Order { number } ... on OrderLine { sku } ... on Cart { token } ... on CartLine { title }`;
  const ask = async (token: string | null) =>
    (await stage.entities(representations, selection, token)).data._entities;

  const mine = [{ number: order.number }, { sku: 'SKU-1' }, { token: null }, { title: 'Ink mug' }];
  expect(await ask(mina.token)).toEqual(mine);
  expect(await ask(jun.token)).toEqual([null, null, null, null]);
  expect(await ask(guest)).toEqual([null, null, null, null]);
  expect(await ask(merchandiser.token)).toEqual([null, null, null, null]);
  expect(await ask(support.token)).toEqual([...mine.slice(0, 2), null, null]);
});

test('the id of a guest cart opens nothing; a line of it is known by its random id', async () => {
  const cart = await stage.add({ variantId: stage.catalogue.put().variantId });
  const { data } = await stage.entities(
    [
      { __typename: 'Cart', id: cart.id },
      { __typename: 'CartLine', id: cart.lines[0].id },
    ],
    '... on Cart { currency } ... on CartLine { quantity }',
  );
  expect(data._entities).toEqual([null, { quantity: 1 }]);
  // The version nibble 4: random bits, no time that would narrow a guess.
  expect(cart.lines[0].id[14]).toBe('4');
});

test('a line id of a guest cart changes nothing without the token', async () => {
  const cart = await stage.add({ variantId: stage.catalogue.put().variantId });
  const change = 'mutation ($id: ID!) { updateCartLine(lineId: $id, quantity: 9) { id } }';
  const variables = { id: cart.lines[0].id };
  expect(await stage.codes(change, variables)).toEqual(['BAD_USER_INPUT']);
  expect(await stage.codes(change, variables, mina.token)).toEqual(['NOT_FOUND']);
});

test('a line of somebody else cannot be changed or removed', async () => {
  await stage.add({ variantId: stage.catalogue.put().variantId }, jun.token);
  const variables = { id: minasCart.lines[0].id };
  expect(
    await stage.codes(
      'mutation ($id: ID!) { updateCartLine(lineId: $id, quantity: 9) { id } }',
      variables,
      jun.token,
    ),
  ).toEqual(['NOT_FOUND']);
  await stage.query(
    'mutation ($id: ID!) { removeCartLine(lineId: $id) { id } }',
    variables,
    jun.token,
  );
  const { data } = await stage.query('{ cart { lines { id quantity } } }', {}, mina.token);
  expect(data.cart.lines).toContainEqual({ id: minasCart.lines[0].id, quantity: 1 });
});

test('the orders of a person are null to others, and whole to herself and to support', async () => {
  const ask = async (token: string | null) =>
    (
      await stage.entities(
        [{ __typename: 'User', id: mina.id }],
        '... on User { orders(first: 100) { nodes { id } } }',
        token,
      )
    ).data._entities[0].orders;
  const hers = await ask(mina.token);
  expect(hers.nodes).toContainEqual({ id: order.id });
  expect(await ask(support.token)).toEqual(hers);
  expect(await ask(jun.token)).toBeNull();
  expect(await ask(guest)).toBeNull();
});

test('everybody’s orders are for orders:read', async () => {
  const source = '{ orders(first: 1) { nodes { id } } }';
  expect(await stage.codes(source)).toEqual(['UNAUTHENTICATED']);
  expect(await stage.codes(source, {}, mina.token)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(source, {}, merchandiser.token)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(source, {}, support.token)).toEqual([]);
});

test('a reference that is no id resolves to nothing and harms no other', async () => {
  const { data, errors } = await stage.entities(
    [
      { __typename: 'Order', id: 'x' },
      { __typename: 'Order', id: order.id },
      { __typename: 'Order', id: newId() },
      { __typename: 'OrderLine', orderId: 'x', number: 1 },
      { __typename: 'OrderLine', orderId: order.id, number: 99 },
      { __typename: 'Cart', id: 'x' },
      { __typename: 'CartLine', id: 'x' },
    ],
    '... on Order { id } ... on OrderLine { sku } ... on Cart { id } ... on CartLine { id }',
    mina.token,
  );
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual([null, { id: order.id }, null, null, null, null, null]);
});
