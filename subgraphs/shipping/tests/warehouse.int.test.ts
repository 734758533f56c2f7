import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmed, factsOf, shipmentsOf, toldOf } from './orders-tell.ts';
import { rates, shipmentRecord, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { VERB_NAMES, warehouseOf } from './warehouse.ts';

const brought = shipmentRecord({ status: 'LABEL_CREATED', events: [] });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...zones, ...rates, brought]);
});
afterAll(() => stage?.close());
const { ask, does } = warehouseOf(() => stage);

test('a shipment is packed, dispatched and delivered, and everybody hears of it', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  const packed = await does('pack', shipmentId);
  expect(packed).toMatchObject({
    status: 'LABEL_CREATED',
    availableActions: ['DISPATCH', 'CANCEL'],
  });
  expect(packed.trackingNumber).toMatch(/^JE\d{12}$/);
  expect(
    await does('dispatch', shipmentId, { idempotencyKey: `scan-${shipmentId}` }),
  ).toMatchObject({ status: 'IN_TRANSIT', availableActions: ['DELIVER'] });
  const delivered = await does('deliver', shipmentId);
  expect(delivered).toMatchObject({ status: 'DELIVERED', availableActions: [] });
  expect(delivered.events.map(({ status }: { status: string }) => status)).toEqual([
    'DELIVERED',
    'OUT_FOR_DELIVERY',
    'IN_TRANSIT',
    'LABEL_CREATED',
  ]);
  const [, dispatch, arrival, ...more] = await toldOf(stage, orderId);
  expect(more).toEqual([]);
  expect(dispatch).toMatchObject({
    type: 'souk.shipping.shipment-dispatched.v1',
    causationid: `scan-${shipmentId}`,
    correlationid: orderId,
    data: {
      ...{ orderId, shipmentId, isLast: true },
      items: [
        { orderLineNumber: 1, quantity: 3 },
        { orderLineNumber: 2, quantity: 1 },
      ],
    },
  });
  expect(dispatch?.traceparent).toBeDefined();
  expect(arrival).toMatchObject({
    type: 'souk.shipping.shipment-delivered.v1',
    data: { shipmentId, isLast: true },
  });
});

test('an order leaves in parts, and only the part after which nothing is left is the last', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  const items = [{ orderLineNumber: 1, quantity: 2 }];
  const part = await does('pack', shipmentId, { items });
  expect(part).toMatchObject({
    weightGrams: 800,
    items: [{ quantity: 2, orderLine: { number: 1 } }],
  });
  const [, rest] = await shipmentsOf(stage, orderId);
  expect(rest).toMatchObject({
    ...{ status: 'PENDING', carrier: 'Jebi Parcel', weight_grams: 500, version: 0 },
    items: { 1: 1, 2: 1 },
  });
  await does('pack', rest?.id ?? '');
  await does('dispatch', rest?.id ?? '');
  await does('deliver', rest?.id ?? '');
  await does('dispatch', shipmentId);
  await does('deliver', shipmentId);
  const told = await toldOf(stage, orderId);
  expect(told.map(({ type, data }) => [type.split('.')[2], data.shipmentId, data.isLast])).toEqual([
    ['shipment-created', shipmentId, undefined],
    ['shipment-created', rest?.id, undefined],
    ['shipment-dispatched', rest?.id, false],
    ['shipment-delivered', rest?.id, false],
    ['shipment-dispatched', shipmentId, true],
    ['shipment-delivered', shipmentId, true],
  ]);
  const lines = await stage.sql`select ordered, dispatched, cancelled from fulfilment_lines
    where order_id = ${orderId} order by number`;
  expect(lines).toEqual([
    { ordered: 3, dispatched: 3, cancelled: 0 },
    { ordered: 1, dispatched: 1, cancelled: 0 },
  ]);
});

test('repeated with its key, an attempt has its effect and its reply once', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  const attempt = { items: [{ orderLineNumber: 1, quantity: 1 }], idempotencyKey: newId() };
  const replies = await Promise.all([1, 2, 3].map(() => does('pack', shipmentId, attempt)));
  expect(replies[1]).toEqual(replies[0]);
  expect(replies[2]).toEqual(replies[0]);
  expect(await shipmentsOf(stage, orderId)).toHaveLength(2);
  const leave = { idempotencyKey: newId() };
  await Promise.all([1, 2, 3].map(() => does('dispatch', shipmentId, leave)));
  expect(await factsOf(stage, orderId)).toEqual([
    'shipment-created',
    'shipment-created',
    'shipment-dispatched',
  ]);
});

test('a key that was used for something else is an error', async () => {
  const { shipmentId } = await confirmed(stage);
  const key = { idempotencyKey: newId() };
  await does('pack', shipmentId, key);
  const codes = async (...args: Parameters<typeof ask>) =>
    (await ask(...args)).errors?.map(({ extensions }) => extensions.code);
  expect(await codes('dispatch', shipmentId, key)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(await codes('pack', shipmentId, { ...key, trackingNumber: 'JE9' })).toEqual([
    'IDEMPOTENCY_KEY_REUSED',
  ]);
});

test('what was refused leaves its key unused', async () => {
  const { shipmentId } = await confirmed(stage);
  const key = { idempotencyKey: newId() };
  expect(await does('dispatch', shipmentId, key)).toMatchObject({ code: 'OUT_OF_TURN' });
  await does('pack', shipmentId);
  expect(await does('dispatch', shipmentId, key)).toMatchObject({ status: 'IN_TRANSIT' });
});

test('what has been done already is no error and is told once', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  for (const step of ['pack', 'pack', 'dispatch', 'dispatch', 'deliver', 'deliver'] as const) {
    expect(await does(step, shipmentId)).toMatchObject({ __typename: 'Shipment' });
  }
  expect(await factsOf(stage, orderId)).toEqual([
    'shipment-created',
    'shipment-dispatched',
    'shipment-delivered',
  ]);
});

test.each(VERB_NAMES)('only the warehouse may %s', async (name) => {
  const { shipmentId } = await confirmed(stage);
  const { owner, support } = stage.tokens;
  for (const [token, code] of [
    [owner, 'FORBIDDEN'],
    [support, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const { errors } = await ask(name, shipmentId, {}, token);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  }
  expect((await ask(name, newId())).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await ask(name, 'x')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const short = await ask(name, shipmentId, { idempotencyKey: 'short' });
  expect(short.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('actions are offered to the warehouse only', async () => {
  const { shipmentId } = await confirmed(stage);
  const read = async (token: string) =>
    (await stage.query(`{ shipment(id: "${shipmentId}") { availableActions } }`, {}, token)).data
      .shipment.availableActions;
  expect(await read(stage.tokens.warehouse)).toEqual(['PACK', 'CANCEL']);
  expect(await read(stage.tokens.owner)).toEqual([]);
});

test('a refusal says why in both languages, and shows the shipment', async () => {
  const { shipmentId } = await confirmed(stage);
  expect(await does('deliver', shipmentId)).toEqual({
    __typename: 'ShipmentActionRefused',
    code: 'OUT_OF_TURN',
    en: 'That cannot be done with the shipment now.',
    ko: '지금은 이 배송을 그렇게 처리할 수 없습니다.',
    shipment: { id: shipmentId, status: 'PENDING' },
  });
});

test('a tracking number that another parcel of the carrier has is refused', async () => {
  const first = await confirmed(stage);
  const second = await confirmed(stage);
  await does('pack', first.shipmentId, { trackingNumber: 'JE-MINE' });
  expect(await does('pack', second.shipmentId, { trackingNumber: 'JE-MINE' })).toMatchObject({
    code: 'TRACKING_NUMBER_TAKEN',
    shipment: { status: 'PENDING' },
  });
});

test('a parcel that was brought along is dispatched as one of ours', async () => {
  expect(await does('dispatch', brought.id)).toMatchObject({ status: 'IN_TRANSIT' });
  expect((await toldOf(stage, brought.orderId))[0]?.data).toEqual({
    ...{ shipmentId: brought.id, orderId: brought.orderId, isLast: true },
    items: brought.items,
  });
});

test('a part of a parcel that was brought along is packed, and the rest is not lost', async () => {
  const whole = shipmentRecord({ status: 'PENDING', trackingNumber: null, events: [] });
  await stage.seed([whole]);
  await does('pack', whole.id, { items: [{ orderLineNumber: 1, quantity: 1 }] });
  expect(await shipmentsOf(stage, whole.orderId)).toMatchObject([
    { id: whole.id, status: 'LABEL_CREATED', weight_grams: 400, items: { 1: 1 } },
    { status: 'PENDING', weight_grams: 800, items: { 1: 1, 2: 1 } },
  ]);
});
