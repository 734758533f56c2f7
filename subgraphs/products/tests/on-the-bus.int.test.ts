import { type Bus, type Message, openBus } from '@souk/platform/bus/bus';
import { createLogger } from '@souk/platform/log';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Products, startProducts } from './fixture.ts';
import { STOCK } from './merchandising.ts';
import { confirmation, deal } from './order-events.ts';
import { variantOf } from './shelf.ts';

/** One instance on a real bus, and orders beside it: what it tells, and what it hears. */
let shop: Products;
let bus: Bus;
let stop: () => Promise<void>;
const heard: Message[] = [];
beforeAll(async () => {
  shop = await startProducts(4, { EXPIRY_INTERVAL_MS: '20' });
  const { url } = shop.database;
  const log = createLogger({ name: 'test', level: 'silent' });
  bus = await openBus(url, { name: 'orders', log });
  const member = await bus.subscribe({
    group: 'orders',
    topics: ['products'],
    handle: async (message) => void heard.push(message),
    deadLetter: async () => {},
  });
  const running = await shop.composition.startRpc();
  stop = async () => {
    await member.close();
    await bus.close();
    await running.close();
  };
});
afterAll(async () => {
  await stop();
  await shop.close();
});

const soon = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 8_000 });

test('what happens to stock reaches orders', async () => {
  await shop.run(STOCK, { id: variantOf(2), delta: 1 }, shop.warehouse);
  await soon(() => expect(heard.map(({ key }) => key)).toEqual([variantOf(2)]));
});

const LETTERS = `query { productsDeadLetters(first: 1) { pageInfo { hasNextPage }
  nodes { id group messageId topic key attempts error body diedAt } } }`;
const LETTER = 'query ($id: ID!) { productsDeadLetter(id: $id) { messageId } }';
const REDRIVE = 'mutation ($id: ID!) { redriveProductsDeadLetter(id: $id) }';
const DROP = 'mutation ($id: ID!) { dropProductsDeadLetter(id: $id) }';

test('a message that cannot be handled is kept, read, tried again, and thrown away', async () => {
  const message = confirmation(deal());
  await bus.publish([message]);
  const letters = async () =>
    (await shop.run(LETTERS, {}, shop.operator)).productsDeadLetters.nodes;
  await soon(async () => expect(await letters()).toHaveLength(1));
  const [letter] = await letters();
  expect(letter).toMatchObject({
    ...{ group: 'products', messageId: message.id, topic: 'orders', key: message.key },
    ...{ attempts: 1, body: message.body, error: expect.stringContaining('never held stock') },
  });
  const { id } = letter;
  const read = await shop.run(LETTER, { id }, shop.operator);
  expect(read.productsDeadLetter).toEqual({ messageId: message.id });
  expect(await shop.run(REDRIVE, { id }, shop.operator)).toEqual({
    redriveProductsDeadLetter: true,
  });
  await soon(async () => expect((await letters())[0]?.id).not.toBe(id));
  await soon(async () => expect(await letters()).toHaveLength(1));
  const [again] = await letters();
  expect(again?.messageId).toBe(message.id);
  expect(await shop.run(DROP, { id: again?.id }, shop.operator)).toEqual({
    dropProductsDeadLetter: true,
  });
  expect(await shop.run(DROP, { id: again?.id }, shop.operator)).toEqual({
    dropProductsDeadLetter: false,
  });
  expect(await letters()).toEqual([]);
});

test.each([
  ['list', LETTERS],
  ['read', LETTER],
  ['redrive', REDRIVE],
  ['drop', DROP],
])('only operators may %s dead letters', async (_, operation) => {
  const variables = { id: variantOf(1) };
  expect(await shop.codes(operation, variables, shop.merchandiser)).toEqual(['FORBIDDEN']);
  expect(await shop.codes(operation, variables)).toEqual(['UNAUTHENTICATED']);
});

test('what is done by the clock costs requests nothing', async () => {
  const before = await shop.statements();
  await shop.sql`insert into reservations (id, order_id, status, request, created_at, expires_at)
    values (gen_random_uuid(), gen_random_uuid(), 'HELD', '', now(), now())`;
  await soon(async () => {
    const [row] = await shop.sql`select count(*)::int as held from reservations
      where status = 'HELD'`;
    expect(row).toEqual({ held: 0 });
  });
  expect(await shop.statements()).toBe(before);
});
