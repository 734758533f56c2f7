import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subscribeTo } from '../../../tests/streams.ts';
import { type CheckoutStage, openCheckoutStage } from './checkout-stage.ts';
import type { Person } from './stage.ts';

const WATCH = `subscription ($id: ID!) {
  orderUpdated(orderId: $id) { id status version lines { quantity product { id } } timeline { at } }
}`;

let stage: CheckoutStage;
let mina: Person;
let jun: Person;
let support: Person;

beforeAll(async () => {
  stage = await openCheckoutStage();
  [mina, jun, support] = await Promise.all([
    stage.person(),
    stage.person(),
    stage.person(['support']),
  ]);
});
afterAll(() => stage?.close());

const watch = (id: string, person: Person | null) =>
  subscribeTo(`${stage.url}/graphql`, WATCH, { id }, person?.token);

test('the owner and support follow an order from its first step to its last', async () => {
  const order = await stage.bought(mina);
  const streams = [watch(order.id, mina), watch(order.id, support)];
  for (const stream of streams) {
    const { value } = await stream.next();
    expect(value.data.orderUpdated).toMatchObject({ id: order.id, lines: [{ quantity: 2 }] });
  }
  await stage.delivered(order, mina);
  for (const stream of streams) {
    const told: { status: string; version: number; timeline: unknown[] }[] = [];
    for await (const { data } of stream) {
      told.push(data.orderUpdated);
      if (data.orderUpdated.status === 'DELIVERED') break;
    }
    const versions = told.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    // Nothing is kept from the event before: the history has grown.
    expect(told.at(-1)?.timeline.length).toBeGreaterThan(told[0]?.timeline.length ?? 0);
  }
});

test('an order is nothing to anybody else', async () => {
  const order = await stage.bought(mina);
  const codes = async (id: string, person: Person | null) => {
    const { value } = await watch(id, person).next();
    return value.errors?.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
  };
  expect(await codes(order.id, jun)).toEqual(['NOT_FOUND']);
  expect(await codes(newId(), mina)).toEqual(['NOT_FOUND']);
  expect(await codes(order.id, null)).toEqual(['UNAUTHENTICATED']);
  expect(await codes('x', mina)).toEqual(['BAD_USER_INPUT']);
});
