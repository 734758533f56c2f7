import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mina, shipmentRecord, stranger } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const first = shipmentRecord();
const second = shipmentRecord({
  orderId: first.orderId,
  orderNumber: first.orderNumber,
  items: [{ orderLineNumber: 1, quantity: 3 }],
});
const packed = shipmentRecord({
  orderId: first.orderId,
  orderNumber: first.orderNumber,
  status: 'LABEL_CREATED',
  items: [{ orderLineNumber: 1, quantity: 5 }],
  events: [],
});
const abroad = shipmentRecord({
  customerId: stranger,
  carrier: 'Gorae Air',
  trackingNumber: first.trackingNumber,
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([first, second, packed, abroad]);
});
afterAll(() => stage?.close());

const SHIPMENT = `query ($id: ID!) { shipment(id: $id) {
  status nextStatuses method carrier trackingNumber weightGrams createdAt version
  items { quantity orderLine { orderId number } }
  events { at status location en: description ko: description(locale: KO) }
  address { recipient phone country postalCode region city line1 line2 }
  order { id number }
} }`;

test('an owner reads her shipment with its items, address and events, newest first', async () => {
  const { data, errors } = await stage.query(SHIPMENT, { id: first.id }, stage.tokens.owner);
  expect(errors).toBeUndefined();
  expect(data.shipment).toEqual({
    status: 'IN_TRANSIT',
    nextStatuses: ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'EXCEPTION', 'RETURNED'],
    method: 'STANDARD',
    carrier: 'Jebi Parcel',
    trackingNumber: first.trackingNumber,
    weightGrams: 1_200,
    createdAt: first.createdAt,
    version: 2,
    items: [
      { quantity: 2, orderLine: { orderId: first.orderId, number: 1 } },
      { quantity: 1, orderLine: { orderId: first.orderId, number: 2 } },
    ],
    events: [
      {
        at: first.events[0]?.at,
        status: 'IN_TRANSIT',
        location: 'Seoul',
        en: 'Taken',
        ko: 'Taken (한국어)',
      },
      expect.objectContaining({ status: 'LABEL_CREATED', location: null, en: 'Packed' }),
    ],
    address: first.address,
    order: { id: first.orderId, number: first.orderNumber },
  });
});

const people: [who: 'owner' | 'other' | 'support' | 'warehouse' | 'guest', sees: boolean][] = [
  ['owner', true],
  ['other', false],
  ['support', true],
  ['warehouse', true],
  ['guest', false],
];
test.each(people)('%s sees the shipment everywhere or nowhere: %s', async (who, sees) => {
  const token = who === 'guest' ? null : stage.tokens[who];
  const byId = await stage.query(SHIPMENT, { id: first.id }, token);
  expect(byId.data.shipment !== null).toBe(sees);
  const { data, errors } = await stage.entities(
    [
      { __typename: 'Shipment', id: first.id },
      { __typename: 'Order', id: first.orderId },
      { __typename: 'OrderLine', orderId: first.orderId, number: 1 },
    ],
    `... on Shipment { address { line1 } } ... on Order { shipments { address { line1 } } }
     ... on OrderLine { shippedQuantity }`,
    token,
  );
  expect(errors).toBeUndefined();
  const [shipment, order, line] = data._entities;
  expect(shipment !== null).toBe(sees);
  expect(order.shipments?.length).toBe(sees ? 3 : undefined);
  expect(line.shippedQuantity).toBe(sees ? 5 : null);
});

test('an order without parcels has none, and nothing of it is shipped', async () => {
  const { data } = await stage.entities(
    [
      { __typename: 'Order', id: newId() },
      { __typename: 'OrderLine', orderId: newId(), number: 1 },
      { __typename: 'OrderLine', orderId: first.orderId, number: 9 },
      { __typename: 'Shipment', id: newId() },
      { __typename: 'Shipment', id: 'no id' },
    ],
    '... on Order { shipments { id } } ... on OrderLine { shippedQuantity } ... on Shipment { id }',
    stage.tokens.owner,
  );
  expect(data._entities).toEqual([
    { shipments: [] },
    { shippedQuantity: 0 },
    { shippedQuantity: 0 },
    null,
    null,
  ]);
});

const TRACK = `query ($number: String!, $carrier: String) {
  trackShipment(trackingNumber: $number, carrier: $carrier) {
    status carrier trackingNumber events { status location description }
  }
}`;

test('whoever has the number can follow a parcel', async () => {
  const { data } = await stage.query(TRACK, { number: ` ${second.trackingNumber} ` });
  expect(data.trackShipment).toMatchObject({
    status: 'IN_TRANSIT',
    carrier: 'Jebi Parcel',
    trackingNumber: second.trackingNumber,
    events: [{ status: 'IN_TRANSIT', location: 'Seoul' }, { status: 'LABEL_CREATED' }],
  });
  expect((await stage.query(TRACK, { number: 'JE0' })).data.trackShipment).toBeNull();
});

test('tracking tells nobody who gets the parcel, where it goes or what is in it', async () => {
  const { data } = await stage.query('{ __type(name: "Tracking") { fields { name } } }');
  expect(data.__type.fields.map(({ name }: { name: string }) => name).sort()).toEqual([
    'carrier',
    'events',
    'status',
    'trackingNumber',
  ]);
});

test('a number that two carriers use needs the carrier', async () => {
  const { errors } = await stage.query(TRACK, { number: first.trackingNumber });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    carriers: ['Gorae Air', 'Jebi Parcel'],
  });
  const { data } = await stage.query(TRACK, { number: first.trackingNumber, carrier: 'Gorae Air' });
  expect(data.trackShipment.carrier).toBe('Gorae Air');
});

test.each(['', '   ', 'x'.repeat(65)])('the tracking number %j is refused', async (number) => {
  expect(await stage.codes(TRACK, { number })).toEqual(['BAD_USER_INPUT']);
});

const LIST = `query ($filter: ShipmentFilter, $first: Int, $after: String) {
  shipments(filter: $filter, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;
const ids = (data: { shipments: { nodes: { id: string }[] } }) =>
  data.shipments.nodes.map(({ id }) => id);

test('the warehouse pages through everything, newest first', async () => {
  const page = await stage.query(LIST, { first: 3 }, stage.tokens.warehouse);
  const { hasNextPage, endCursor } = page.data.shipments.pageInfo;
  expect(hasNextPage).toBe(true);
  const rest = await stage.query(LIST, { first: 3, after: endCursor }, stage.tokens.warehouse);
  expect(rest.data.shipments.pageInfo.hasNextPage).toBe(false);
  expect([...ids(page.data), ...ids(rest.data)]).toEqual(
    [abroad, packed, second, first].map(({ id }) => id),
  );
});

test('the list is filtered by status and carrier', async () => {
  const ask = async (filter: object) =>
    ids((await stage.query(LIST, { filter }, stage.tokens.support)).data);
  expect(await ask({ status: 'LABEL_CREATED' })).toEqual([packed.id]);
  expect(await ask({ carrier: 'Gorae Air' })).toEqual([abroad.id]);
  expect(await ask({ status: ['LABEL_CREATED'], carrier: 'Gorae Air' })).toEqual([]);
});

test('customers and guests cannot list everybody’s shipments', async () => {
  expect(await stage.codes(LIST, {}, stage.tokens.owner)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(LIST)).toEqual(['UNAUTHENTICATED']);
});

test.each([
  { first: 0 },
  { first: 101 },
  { after: 'eyJ9' },
  { filter: { status: 'LOST' } },
  { filter: { carrier: ' ' } },
])('the list refuses %j', async (variables) => {
  expect(await stage.codes(LIST, variables, stage.tokens.warehouse)).toEqual(['BAD_USER_INPUT']);
});

test('an id that is none is refused', async () => {
  expect(await stage.codes(SHIPMENT, { id: '1' }, stage.tokens.owner)).toEqual(['BAD_USER_INPUT']);
});

test('statements stay the same for 5 and 50 orders with their parcels, events, items and lines', async () => {
  const more = Array.from({ length: 50 }, () => shipmentRecord({ customerId: mina }));
  await stage.seed(more);
  const cost = async (representations: object[], selection: string) => {
    const before = await stage.statements();
    const { data, errors } = await stage.entities(representations, selection, stage.tokens.owner);
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(representations.length);
    expect(data._entities).not.toContain(null);
    return (await stage.statements()) - before;
  };
  const orders = (count: number) =>
    cost(
      more.slice(0, count).map(({ orderId }) => ({ __typename: 'Order', id: orderId })),
      `... on Order { shipments { id events { at description }
        items { quantity orderLine { number shippedQuantity } } order { number } } }`,
    );
  const parcels = (count: number) =>
    cost(
      more.slice(0, count).map(({ id }) => ({ __typename: 'Shipment', id })),
      '... on Shipment { events { at } items { quantity } address { city } }',
    );
  const lines = (count: number) =>
    cost(
      more.slice(0, count).map(({ orderId }) => ({ __typename: 'OrderLine', orderId, number: 1 })),
      '... on OrderLine { shippedQuantity }',
    );
  await orders(50);
  expect([await orders(5), await orders(50)]).toEqual([4, 4]);
  expect([await parcels(5), await parcels(50)]).toEqual([3, 3]);
  expect([await lines(5), await lines(50)]).toEqual([1, 1]);
});
