import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CheckoutStage, openCheckoutStage } from './checkout-stage.ts';
import type { Person } from './stage.ts';

const LIST =
  '{ ordersDeadLetters { nodes { id group messageId topic key attempts error body diedAt } pageInfo { hasNextPage } } }';
const ONE = 'query ($id: ID!) { ordersDeadLetter(id: $id) { key } }';
const REDRIVE = 'mutation ($id: ID!) { done: redriveOrdersDeadLetter(id: $id) }';
const DROP = 'mutation ($id: ID!) { done: dropOrdersDeadLetter(id: $id) }';

let stage: CheckoutStage;
let ada: Person;
let mina: Person;
beforeAll(async () => {
  stage = await openCheckoutStage();
  [ada, mina] = await Promise.all([stage.person(['admin']), stage.person()]);
});
afterAll(() => stage?.close());

type Letter = { id: string; key: string };
const letters = async (): Promise<Letter[]> =>
  (await stage.ask(LIST, {}, ada.token)).ordersDeadLetters.nodes;
const parked = async (key: string): Promise<Letter> => {
  await expect
    .poll(async () => (await letters()).map((letter) => letter.key), {
      timeout: 5_000,
      interval: 50,
    })
    .toContain(key);
  return (await letters()).find((letter) => letter.key === key) as Letter;
};

test('a message that no contract allows is parked, sent again, parked again, and dropped', async () => {
  const orderId = newId();
  await stage.neighbours.tellNonsense(orderId);
  const letter = await parked(orderId);
  expect(letter).toMatchObject({
    ...{ group: 'orders', topic: 'payments', key: orderId, body: '{}', attempts: 1 },
    error: expect.stringContaining('payment-authorized'),
  });
  expect((await stage.ask(ONE, { id: letter.id }, ada.token)).ordersDeadLetter).toEqual({
    key: orderId,
  });
  expect(await stage.ask(REDRIVE, { id: letter.id }, ada.token)).toEqual({ done: true });
  const again = await parked(orderId);
  expect(again.id).not.toBe(letter.id);
  expect(await stage.ask(REDRIVE, { id: letter.id }, ada.token)).toEqual({ done: false });
  expect(await stage.ask(DROP, { id: again.id }, ada.token)).toEqual({ done: true });
  expect(await letters()).toEqual([]);
  expect((await stage.ask(ONE, { id: again.id }, ada.token)).ordersDeadLetter).toBeNull();
});

test('only operators see what is parked', async () => {
  const id = newId();
  for (const [source, variables] of [
    [LIST, {}],
    [ONE, { id }],
    [REDRIVE, { id }],
    [DROP, { id }],
  ] as const) {
    expect(await stage.codes(source, variables, mina.token)).toEqual(['FORBIDDEN']);
    expect(await stage.codes(source, variables)).toEqual(['UNAUTHENTICATED']);
  }
  expect(await stage.codes(ONE, { id: 'x' }, ada.token)).toEqual(['BAD_USER_INPUT']);
});
