import { afterAll, beforeAll, expect, test } from 'vitest';
import { subscribeTo } from '../../../tests/streams.ts';
import { startTestSubgraph } from '../../../tests/subgraph.ts';
import { idOf, NOBODY, type Products, startProducts } from './fixture.ts';
import { STOCK } from './merchandising.ts';

const WATCH = `subscription ($ids: [ID!]!) {
  stockChanged(variantIds: $ids) { id availability { quantity status } product { slug } }
}`;

let shop: Products;
let background: { close: () => Promise<void> };

beforeAll(async () => {
  shop = await startProducts(24);
  background = await shop.composition.startRpc();
});
afterAll(async () => {
  await background.close();
  await shop.close();
});

const [one, two] = [idOf(3, 10), idOf(3, 20)];
const draft = idOf(3, 110);
const watch = (ids: readonly string[]) => subscribeTo(`${shop.url}/graphql`, WATCH, { ids });
const add = (id: string, delta: number) =>
  shop.run(STOCK, { id, delta, reason: delta > 0 ? 'RECEIVED' : 'SOLD' });

test('the stock of what is watched is told at first, and again when it has changed', async () => {
  const stream = watch([one, two, one.toUpperCase(), NOBODY, draft]);
  const first = (await stream.next()).value.data.stockChanged;
  expect(first.map(({ id }: { id: string }) => id)).toEqual([one, two]);
  expect(first[0].product).toEqual({ slug: 'product-1' });
  const before = first[1].availability.quantity;
  await add(idOf(3, 30), 1);
  await add(two, 4);
  const second = (await stream.next()).value.data.stockChanged;
  expect(second[0]).toEqual(first[0]);
  expect(second[1].availability.quantity).toBe(before + 4);
  await stream.return?.();
});

test('a change that another instance has made is told, also after its news was lost', async () => {
  const replica = shop.replica();
  const other = await startTestSubgraph(
    { ...replica, background: replica.startRpc },
    shop.identity,
  );
  const stream = subscribeTo(`${other.url}/graphql`, WATCH, { ids: [one] });
  const quantity = async () =>
    (await stream.next()).value.data.stockChanged[0].availability.quantity;
  const before = await quantity();
  await add(one, 1);
  expect(await quantity()).toBe(before + 1);
  // The connections that listen are cut, as by a database that starts anew, and are made again.
  const cut = await shop.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%stock%'`;
  expect(cut).toHaveLength(2);
  await add(one, 2);
  expect(await quantity()).toBe(before + 3);
  await add(one, 3);
  expect(await quantity()).toBe(before + 6);
  await stream.return?.();
  await other.close();
});

test('up to 100 variants can be watched, and only ids', async () => {
  const codeOf = async (ids: readonly string[]) =>
    (await watch(ids).next()).value.errors[0].extensions.code;
  expect(await codeOf([])).toBe('BAD_USER_INPUT');
  expect(await codeOf(['x'])).toBe('BAD_USER_INPUT');
  expect(await codeOf(Array.from({ length: 101 }, (_, n) => idOf(3, n)))).toBe('BAD_USER_INPUT');
});
