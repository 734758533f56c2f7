import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cancellationRequested,
  confirmed,
  factsOf,
  orderCancelled,
  shipmentsOf,
  toldOf,
} from './orders-tell.ts';
import { rates, shipmentRecord, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { warehouseOf } from './warehouse.ts';

const ORDERS = 8;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...zones, ...rates]);
});
afterAll(() => stage?.close());
const { does } = warehouseOf(() => stage);
const hear = (message: Parameters<Stage['composition']['handle']>[0]) =>
  stage.composition.handle(message);

/** An order in two packed parcels. */
async function inTwo() {
  const order = await confirmed(stage);
  await does('pack', order.shipmentId, { items: [{ orderLineNumber: 2, quantity: 1 }] });
  const [, rest] = await shipmentsOf(stage, order.orderId);
  const restId = rest?.id ?? '';
  await does('pack', restId);
  return { ...order, restId };
}

const linesOf = (orderId: string) => stage.sql`
  select number, ordered, dispatched, cancelled from fulfilment_lines
  where order_id = ${orderId} order by number`;

test('cancelled and dispatched at the same moment, every order does exactly one of both', async () => {
  const orders = await Promise.all(Array.from({ length: ORDERS }, inTwo));
  const outcomes = await Promise.all(
    orders.map(async ({ orderId, shipmentId, restId }, index) => {
      const leave = [() => does('dispatch', shipmentId), () => does('dispatch', restId)];
      const acts = [...leave, () => hear(cancellationRequested(orderId))];
      await Promise.all((index % 2 === 0 ? acts : acts.reverse()).map((act) => act()));
      return {
        facts: new Set((await factsOf(stage, orderId)).slice(2)),
        states: new Set((await shipmentsOf(stage, orderId)).map(({ status }) => status)),
        lines: await linesOf(orderId),
      };
    }),
  );
  const left = {
    facts: new Set(['shipment-dispatched']),
    states: new Set(['IN_TRANSIT']),
    lines: [
      { number: 1, ordered: 3, dispatched: 3, cancelled: 0 },
      { number: 2, ordered: 1, dispatched: 1, cancelled: 0 },
    ],
  };
  const stayed = {
    facts: new Set(['shipment-cancelled']),
    states: new Set(['CANCELLED']),
    lines: left.lines.map((line) => ({ ...line, dispatched: 0, cancelled: line.ordered })),
  };
  for (const outcome of outcomes) {
    expect(outcome).toEqual(outcome.states.has('CANCELLED') ? stayed : left);
  }
});

test('a parcel that is dispatched by many at once leaves once', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  await does('pack', shipmentId);
  await Promise.all(Array.from({ length: 8 }, () => does('dispatch', shipmentId)));
  expect(await factsOf(stage, orderId)).toEqual(['shipment-created', 'shipment-dispatched']);
});

test('a parcel that is divided by many at once keeps every unit', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  const items = [{ orderLineNumber: 1, quantity: 1 }];
  const replies = await Promise.all([1, 2, 3, 4].map(() => does('pack', shipmentId, { items })));
  expect(new Set(replies.map(({ code }) => code))).toEqual(new Set([undefined]));
  expect(await shipmentsOf(stage, orderId)).toMatchObject([
    { status: 'LABEL_CREATED', items: { 1: 1 } },
    { status: 'PENDING', items: { 1: 2, 2: 1 } },
  ]);
});

test('after one parcel has left, the others follow whatever is asked', async () => {
  const { orderId, shipmentId, restId } = await inTwo();
  await does('dispatch', shipmentId);
  await hear(cancellationRequested(orderId));
  expect(await does('cancel', restId)).toMatchObject({ code: 'ORDER_HAS_LEFT' });
  const { data } = await stage.query(
    `{ shipment(id: "${restId}") { availableActions } }`,
    {},
    stage.tokens.warehouse,
  );
  expect(data.shipment.availableActions).toEqual(['DISPATCH']);
  await does('dispatch', restId);
  expect((await toldOf(stage, orderId)).slice(2).map(({ data }) => data.isLast)).toEqual([
    false,
    true,
  ]);
});

test('the warehouse cancels an order with any of its parcels, and nothing of it can leave', async () => {
  const { orderId, shipmentId, restId } = await inTwo();
  expect(await does('cancel', restId)).toMatchObject({ status: 'CANCELLED', availableActions: [] });
  expect((await factsOf(stage, orderId)).slice(2)).toEqual(['shipment-cancelled']);
  expect(await does('dispatch', shipmentId)).toMatchObject({ code: 'SHIPMENT_CANCELLED' });
  expect(await does('pack', shipmentId)).toMatchObject({ code: 'SHIPMENT_CANCELLED' });
  expect(await does('cancel', shipmentId)).toMatchObject({ status: 'CANCELLED' });
  expect((await factsOf(stage, orderId)).slice(2)).toEqual(['shipment-cancelled']);
});

test('when its order has ended, what has not left stays', async () => {
  const { orderId, shipmentId } = await inTwo();
  await does('dispatch', shipmentId);
  await hear(orderCancelled(orderId));
  expect(await shipmentsOf(stage, orderId)).toMatchObject([
    { status: 'IN_TRANSIT' },
    { status: 'CANCELLED' },
  ]);
  expect((await factsOf(stage, orderId)).slice(2)).toEqual(['shipment-dispatched']);
});

const TRACK =
  'mutation ($input: AddTrackingEventInput!) { addTrackingEvent(input: $input) { id } }';
const scan = (shipmentId: string, status: string, change: object = {}) =>
  stage.query(
    TRACK,
    { input: { shipmentId, status, description: { en: 'Scanned' }, ...change } },
    stage.tokens.warehouse,
  );

test('a carrier’s first scan dispatches, later ones tell nothing, a return is told', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  await does('pack', shipmentId);
  for (const status of ['IN_TRANSIT', 'IN_TRANSIT', 'EXCEPTION', 'IN_TRANSIT', 'RETURNED']) {
    expect((await scan(shipmentId, status)).errors).toBeUndefined();
  }
  expect((await factsOf(stage, orderId)).slice(1)).toEqual([
    'shipment-dispatched',
    'shipment-returned',
  ]);
  await hear(cancellationRequested(orderId));
  expect(await factsOf(stage, orderId)).toHaveLength(3);
});

test('a scan that is repeated with its key counts once', async () => {
  const { orderId, shipmentId } = await confirmed(stage);
  await does('pack', shipmentId);
  const key = { idempotencyKey: newId() };
  await Promise.all([1, 2, 3].map(() => scan(shipmentId, 'IN_TRANSIT', key)));
  expect(await shipmentsOf(stage, orderId)).toMatchObject([{ version: 2 }]);
});

test('a scan cannot cancel a parcel whose order has left', async () => {
  const { shipmentId, restId } = await inTwo();
  await does('dispatch', shipmentId);
  const { errors } = await scan(restId, 'CANCELLED');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'status' });
});

test('units that there are not cannot leave, even if a parcel claims them', async () => {
  const { shipmentId } = await confirmed(stage);
  await does('pack', shipmentId);
  await stage.sql`update shipment_items set quantity = 4
    where shipment_id = ${shipmentId} and order_line_number = 1`;
  await expect(does('dispatch', shipmentId)).rejects.toThrow('Something went wrong');
  const [row] = await stage.sql`select status from shipments where id = ${shipmentId}`;
  expect(row?.status).toBe('LABEL_CREATED');
});

test('a parcel of an order whose books are not open cannot be written', async () => {
  const record = shipmentRecord();
  await stage.seed([record]);
  await expect(
    stage.sql`update shipments set order_id = ${newId()} where id = ${record.id}`,
  ).rejects.toMatchObject({ constraint_name: 'shipments_order_id_fulfilments_order_id_fk' });
});
