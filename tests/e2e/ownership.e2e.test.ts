import { beforeAll, describe, expect, test } from 'vitest';
import { ask, askService, codesOf, ENTITIES, signIn, stranger } from './client.ts';

type Owned = { person: string; order: string; payment: string; shipment: string; address: string };

let owner: string;
let other: string;
let support: string;
let hers: Owned;

beforeAll(async () => {
  [owner, support] = await Promise.all([signIn(), signIn('sam@souk.example')]);
  other = (await stranger()).token;
  const { data } = await ask(
    `{ viewer { id addresses { id } orders(first: 20) { nodes { id payment { id } shipments { id } } } } }`,
    { token: owner },
  );
  const order = data.viewer.orders.nodes.find(
    (each: { shipments: unknown[] }) => each.shipments.length > 0,
  );
  hers = {
    person: data.viewer.id,
    order: order.id,
    payment: order.payment.id,
    shipment: order.shipments[0].id,
    address: data.viewer.addresses[0].id,
  };
});

const reads: [what: string, query: (of: Owned) => string][] = [
  ['an order', (of) => `{ it: order(id: "${of.order}") { id } }`],
  ['a payment', (of) => `{ it: payment(id: "${of.payment}") { id } }`],
  ['a shipment', (of) => `{ it: shipment(id: "${of.shipment}") { id } }`],
  ['a person', (of) => `{ it: user(id: "${of.person}") { id email } }`],
];

describe.each(reads)('%s', (_, query) => {
  test('is there for its owner', async () => {
    expect((await ask(query(hers), { token: owner })).data.it).not.toBeNull();
  });
  test('is there for support', async () => {
    expect((await ask(query(hers), { token: support })).data.it).not.toBeNull();
  });
  test('is not there for somebody else, nor for a guest', async () => {
    expect((await ask(query(hers), { token: other })).data.it).toBeNull();
    expect((await ask(query(hers))).data.it).toBeNull();
  });
});

const entities: [service: string, type: string, key: keyof Owned, fields: string, field: string][] =
  [
    ['orders', 'Order', 'order', 'number total { amount }', 'number'],
    ['orders', 'User', 'person', 'orders { nodes { id } }', 'orders'],
    ['payments', 'Order', 'order', 'payment { id amount { amount } }', 'payment'],
    ['payments', 'Payment', 'payment', 'status card { last4 }', 'status'],
    ['payments', 'User', 'person', 'payments { nodes { id } }', 'payments'],
    ['shipping', 'Order', 'order', 'shipments { status }', 'shipments'],
    ['shipping', 'Shipment', 'shipment', 'status', 'status'],
    ['accounts', 'Customer', 'person', 'email addresses { line1 }', 'email'],
  ];

describe('a subgraph that is asked around the router', () => {
  test.each(entities)('%s gives its %s only to the owner and to support', async (...row) => {
    const [service, type, key, fields, field] = row;
    const query = ENTITIES(`... on ${type} { ${fields} }`);
    const variables = { of: [{ __typename: type, id: hers[key] }] };
    const seenBy = async (token?: string) =>
      (await askService(service, query, { variables, token })).data?._entities[0]?.[field] ?? null;

    expect(await seenBy(owner)).not.toBeNull();
    expect(await seenBy(support)).not.toBeNull();
    expect(await seenBy(other)).toBeNull();
    expect(await seenBy()).toBeNull();
  });

  test('refuses a token that it cannot verify', async () => {
    for (const service of ['accounts', 'products', 'orders', 'payments', 'shipping']) {
      const answer = await askService(service, '{ __typename }', { token: 'a.b.c' });
      expect([service, answer.status, codesOf(answer)]).toEqual([
        service,
        401,
        ['UNAUTHENTICATED'],
      ]);
    }
  });
});

describe('what belongs to another cannot be changed', () => {
  test.each([
    ['her address', (of: Owned) => `mutation { removeAddress(id: "${of.address}") }`],
    [
      'her default address',
      (of: Owned) => `mutation { setDefaultAddress(id: "${of.address}") { id } }`,
    ],
  ])('%s', async (_, mutation) => {
    expect(codesOf(await ask(mutation(hers), { token: other }))).toEqual(['NOT_FOUND']);
    const { data } = await ask('{ viewer { addresses { id isDefault } } }', { token: owner });
    const kept = data.viewer.addresses.find(({ id }: { id: string }) => id === hers.address);
    expect(kept).toMatchObject({ isDefault: true });
  });

  test('a line of her cart', async () => {
    const { data } = await ask('{ cart { lines { id quantity } } }', { token: owner });
    const [line] = data.cart.lines;
    const theft = `mutation { updateCartLine(lineId: "${line.id}", quantity: 0) { id } }`;
    for (const token of [other, undefined]) {
      expect(codesOf(await ask(theft, { token }))).toHaveLength(1);
    }
    const later = await ask('{ cart { lines { id quantity } } }', { token: owner });
    expect(later.data.cart.lines).toEqual(data.cart.lines);
  });
});

describe('staff verbs need their scope', () => {
  test.each([
    ['orders', '{ orders { nodes { id } } }'],
    ['payments', '{ payments { nodes { id } } }'],
    ['shipments', '{ shipments { nodes { id } } }'],
    ['users', '{ users { nodes { id } } }'],
  ])('the list of all %s', async (_, query) => {
    expect(codesOf(await ask(query, { token: owner }))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(codesOf(await ask(query))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(codesOf(await ask(query, { token: await signIn('ada@souk.example') }))).toEqual([]);
  });
});
