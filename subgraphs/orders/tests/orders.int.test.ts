import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cartRecord, type OrderRecord, orderRecord } from './records.ts';
import { openStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let mina: Person;
let jun: Person;
let support: Person;
let hers: OrderRecord[];

beforeAll(async () => {
  stage = await openStage();
  [mina, jun, support] = await Promise.all([
    stage.person(),
    stage.person(),
    stage.person(['support']),
  ]);
  expect(await stage.seedIsEmpty()).toBe(true);
  hers = Array.from({ length: 60 }, () => orderRecord(mina.id));
  const his = [
    orderRecord(jun.id, { status: 'SHIPPED' }),
    orderRecord(jun.id, { status: 'CANCELLED' }),
  ];
  await stage.seed([...hers, ...his, cartRecord(mina.id)]);
});
afterAll(() => stage?.close());

const newestFirst = () => hers.map(({ id }) => id).reverse();

test('an order is told as it was agreed', async () => {
  const [order] = hers;
  const { data } = await stage.query(
    `query ($id: ID!) { order(id: $id) {
       number status placedAt currency version customer { id }
       subtotal { amount currency } shippingCost { amount } discount { amount } tax { amount } total { amount }
       shippingAddress { recipient country line2 }
       lines { number title variantTitle sku quantity unitPrice { amount } lineTotal { amount } tax { amount }
         unitWeightGrams product { id } variant { id } }
       timeline { __typename at ... on StatusReached { status } }
     } }`,
    { id: order?.id },
    mina.token,
  );
  expect(data.order).toMatchObject({
    number: order?.number,
    status: 'DELIVERED',
    placedAt: order?.placedAt,
    version: 6,
    customer: { id: mina.id },
    subtotal: { amount: 44_000, currency: 'KRW' },
    shippingCost: { amount: 3_000 },
    discount: { amount: 1_000 },
    total: { amount: 46_000 },
    shippingAddress: { recipient: 'Mina Kim', country: 'KR', line2: null },
    lines: [
      { number: 1, quantity: 2, unitPrice: { amount: 11_000 }, lineTotal: { amount: 22_000 } },
      { number: 2, product: { id: order?.lines[1]?.productId } },
    ],
    timeline: order?.history.map(({ status }) => ({ status })),
  });
});

test('a person pages through her orders, newest first, without gap or repetition', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await stage.entities(
      [{ __typename: 'User', id: mina.id }],
      `... on User { orders(first: 25, after: ${JSON.stringify(after)}) {
         nodes { id } pageInfo { hasNextPage endCursor } } }`,
      mina.token,
    );
    const { nodes, pageInfo } = data._entities[0].orders;
    seen.push(...nodes.map(({ id }: { id: string }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(newestFirst());
});

test('staff pages through everybody’s orders in the same way', async () => {
  const page = async (after: string | null) =>
    (
      await stage.query(
        'query ($after: String) { orders(first: 40, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } } }',
        { after },
        support.token,
      )
    ).data.orders;
  const first = await page(null);
  const second = await page(first.edges.at(-1).cursor);
  const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect(new Set(ids).size).toBe(62);
});

test('staff filters by status, person and time', async () => {
  const count = async (filter: object) =>
    (
      await stage.query(
        'query ($filter: OrderFilter) { orders(first: 100, filter: $filter) { nodes { id } } }',
        { filter },
        support.token,
      )
    ).data.orders.nodes.length;
  expect(await count({ status: 'SHIPPED' })).toBe(1);
  expect(await count({ status: ['SHIPPED', 'CANCELLED'], customerId: jun.id })).toBe(2);
  expect(await count({ customerId: mina.id })).toBe(60);
  expect(await count({ placedBetween: { from: hers[10]?.placedAt, to: hers[20]?.placedAt } })).toBe(
    10,
  );
  expect(await count({ customerId: newId() })).toBe(0);
});

test('a product tells whether the viewer has bought it; a cancelled order does not count', async () => {
  const cancelled = orderRecord(mina.id, { status: 'CANCELLED' });
  await stage.seed([cancelled]);
  const representations = [
    { __typename: 'Product', id: hers[0]?.lines[0]?.productId },
    { __typename: 'Product', id: cancelled.lines[0]?.productId },
    { __typename: 'Product', id: newId() },
  ];
  const ask = async (token: string | null) =>
    (
      await stage.entities(representations, '... on Product { purchasedByViewer }', token)
    ).data._entities.map((product: { purchasedByViewer: boolean }) => product.purchasedByViewer);
  expect(await ask(mina.token)).toEqual([true, false, false]);
  expect(await ask(jun.token)).toEqual([false, false, false]);
  expect(await ask(null)).toEqual([null, null, null]);
});

test('statements do not grow with the page', async () => {
  const cost = async (ask: () => Promise<{ errors?: unknown }>) => {
    const before = await stage.statements();
    expect((await ask()).errors).toBeUndefined();
    return (await stage.statements()) - before;
  };
  const listed = (first: number) => () =>
    stage.query(
      'query ($first: Int) { orders(first: $first) { nodes { id lines { sku } timeline { at } } } }',
      { first },
      support.token,
    );
  expect(await cost(listed(5))).toBe(5);
  expect(await cost(listed(50))).toBe(5);

  const people = (count: number) => () =>
    stage.entities(
      Array.from({ length: count }, (_, index) => ({
        __typename: 'User',
        id: index === 0 ? mina.id : newId(),
      })),
      '... on User { orders(first: 5) { nodes { number } } }',
      support.token,
    );
  expect(await cost(people(1))).toBe(1);
  expect(await cost(people(50))).toBe(1);

  const products = (count: number) => () =>
    stage.entities(
      hers.slice(0, count).map(({ lines }) => ({ __typename: 'Product', id: lines[0]?.productId })),
      '... on Product { purchasedByViewer }',
      mina.token,
    );
  expect(await cost(products(5))).toBe(1);
  expect(await cost(products(50))).toBe(1);

  const lines = (count: number) => () =>
    stage.entities(
      hers.slice(0, count).map(({ id }) => ({ __typename: 'OrderLine', orderId: id, number: 2 })),
      '... on OrderLine { sku lineTotal { amount } }',
      mina.token,
    );
  expect(await cost(lines(5))).toBe(2);
  expect(await cost(lines(50))).toBe(2);
  expect(
    await cost(() => stage.query('{ cart { lines { sku } weightGrams } }', {}, mina.token)),
  ).toBe(2);
});

test.each([
  ['an id that is none', 'order(id: "7") { id }', 'id is not a valid id'],
  ['a number that is none', 'orderByNumber(number: "7") { id }', 'not an order number'],
  ['a page of nothing', 'orders(first: 0) { nodes { id } }', 'first must be at least 1'],
  ['a page without end', 'orders(first: 101) { nodes { id } }', 'first must be at most 100'],
  ['a cursor that is none', 'orders(after: "x") { nodes { id } }', 'after is not a cursor'],
  ['no status at all', 'orders(filter: { status: [] }) { nodes { id } }', 'must name a status'],
  [
    'a customer id that is none',
    'orders(filter: { customerId: "x" }) { nodes { id } }',
    'customerId',
  ],
  [
    'a time that is none',
    'orders(filter: { placedBetween: { from: "yesterday" } }) { nodes { id } }',
    'placedBetween.from: is not an RFC 3339 instant',
  ],
])('%s is refused in words', async (_, field, words) => {
  const { errors } = await stage.query(`{ ${field} }`, {}, support.token);
  expect(errors?.[0]?.message).toContain(words);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('loading the seed again changes nothing', async () => {
  const counts = () =>
    stage.database.sql`select (select count(*) from orders)::int as orders,
      (select count(*) from order_lines)::int as lines, (select count(*) from carts)::int as carts`;
  const before = await counts();
  expect(await stage.seedIsEmpty()).toBe(false);
  await stage.seed([...hers, cartRecord(mina.id)]);
  expect(await counts()).toEqual(before);
});

test('a seed with a record that cannot be leaves nothing behind', async () => {
  const good = orderRecord(jun.id);
  for (const bad of [
    { kind: 'review' },
    orderRecord(jun.id, { subtotal: 1 }),
    orderRecord(jun.id, { total: 1 }),
    orderRecord(jun.id, { currency: 'JPY' }),
  ]) {
    await expect(stage.seed([good, bad])).rejects.toThrow();
  }
  const rows = await stage.database.sql`select 1 from orders where id = ${good.id}`;
  expect(rows).toHaveLength(0);
});
