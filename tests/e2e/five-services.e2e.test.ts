import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, signIn } from './client.ts';
import { statements } from './statements.ts';

const FIVE = readFileSync(
  path.resolve(import.meta.dirname, '../../router/examples/4-five-services.graphql'),
  'utf8',
);
/** What nobody has asked for: the router may have kept the rest. */
const ANEW = FIVE.replace('purchasedByViewer', 'purchasedByViewer anew: slug');
let token: string;
beforeAll(async () => {
  token = await signIn();
});

test('one question is answered by five services from their own rows', async () => {
  const before = await statements();
  const { data, errors } = await ask(ANEW, { token });
  const after = await statements();

  expect(errors).toBeUndefined();
  for (const [service, count] of Object.entries(after)) {
    expect([service, count - (before[service] ?? 0)]).not.toEqual([service, 0]);
  }
  const [order] = data.viewer.orders.nodes;
  expect(data.viewer.name).toMatch(/\S/);
  expect(order.number).toMatch(/^SK-\d{4}-\d{6}$/);
  expect(order.lines.length).toBeGreaterThan(0);
  for (const line of order.lines) {
    expect(line.product.slug).toMatch(/^[a-z0-9-]+$/);
    expect(line.product.category.name).toMatch(/\S/);
    expect(line.product.purchasedByViewer).toBe(true);
    expect(line.variant.sku).toMatch(/\S/);
    expect(line.shippedQuantity).toBeGreaterThanOrEqual(0);
  }
  const orders = data.viewer.orders.nodes;
  expect(orders.every((each: { payment: unknown }) => each.payment !== null)).toBe(true);
});

test('four hops: a shipment leads to its order, its person, her orders, their payments', async () => {
  const { data } = await ask(
    '{ viewer { orders(first: 20) { nodes { status shipments { trackingNumber id } } } } }',
    { token },
  );
  const shipped = data.viewer.orders.nodes.flatMap(
    (order: { shipments: { id: string }[] }) => order.shipments,
  );
  expect(shipped.length).toBeGreaterThan(0);
  const there = await ask(
    `query ($id: ID!) {
      shipment(id: $id) {
        order { number customer { name orders(first: 1) { nodes { number payment { status } } } } }
      }
    }`,
    { token, variables: { id: shipped[0].id } },
  );
  expect(there.errors).toBeUndefined();
  const { order } = there.data.shipment;
  expect(order.number).toMatch(/^SK-/);
  expect(order.customer.name).toMatch(/\S/);
  expect(order.customer.orders.nodes[0].payment.status).toMatch(/^[A-Z_]+$/);
});

describe('SQL statements do not grow with the page', () => {
  const pages = (first: number) => `{
    viewer {
      orders(first: ${first}) {
        nodes {
          number
          customer { name }
          lines { number shippedQuantity product { title purchasedByViewer category { name } } variant { sku availability { quantity } } }
          payment { status history { status } refunds { amount { amount } } }
          shipments { status events { status } items { quantity orderLine { title } } }
        }
      }
    }
  }`;
  const catalogue = (first: number) => `{
    products(first: ${first}) {
      nodes { title category { name parent { name } } images { url } variants { sku prices { amount } availability { quantity } } purchasedByViewer }
    }
  }`;

  async function cost(query: string): Promise<Record<string, number>> {
    const before = await statements();
    const { errors } = await ask(query, { token });
    expect(errors).toBeUndefined();
    const after = await statements();
    return Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]),
    );
  }

  test.each([
    ['a history of orders over all five services', pages, 8, 24],
    ['a page of the catalogue', catalogue, 3, 60],
  ])('%s', async (_, query, few, many) => {
    const small = await cost(query(few));
    const large = await cost(query(many));
    expect(large).toEqual(small);
    expect(Math.max(...Object.values(large))).toBeLessThanOrEqual(12);
  });
});
