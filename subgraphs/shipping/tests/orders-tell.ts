import { newEvent } from '@souk/contracts/envelope';
import {
  CancellationRequested,
  OrderCancelled,
  OrderConfirmed,
} from '@souk/contracts/events/orders';
import type { Message } from '@souk/platform/bus/interface';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';
import { mina, shipmentRecord } from './records.ts';
import type { Stage } from './stage.ts';

export const TRACE = '0af7651916cd43dd8448eb211c80319c';

const about = (orderId: string) => ({
  id: newId(),
  subject: orderId,
  time: new Date(),
  correlationid: orderId,
  causationid: newId(),
  traceparent: `00-${TRACE}-b7ad6b7169203331-01`,
});

const line = (number: number, quantity: number, weightGrams: number) => ({
  ...{ number, quantity, weightGrams, variantId: newId(), sku: `SKU-${number}` },
});

/** Three units of line 1 and one of line 2, unless told otherwise. */
export function orderConfirmed(orderId: string, change: object = {}): Message {
  const data = {
    orderId,
    orderNumber: 'SK-2026-000777',
    customerId: mina,
    reservationId: newId(),
    currency: 'KRW' as const,
    lines: [line(1, 3, 400), line(2, 1, 100)],
    shippingAddress: shipmentRecord().address,
    shippingMethod: 'STANDARD',
    ...change,
  };
  return toMessage(newEvent(OrderConfirmed, { ...about(orderId), data }));
}

export const cancellationRequested = (orderId: string): Message =>
  toMessage(
    newEvent(CancellationRequested, {
      ...about(orderId),
      data: { orderId, reason: 'CHANGED_MIND' },
    }),
  );

export const orderCancelled = (orderId: string): Message =>
  toMessage(
    newEvent(OrderCancelled, {
      ...about(orderId),
      data: { orderId, reservationId: newId(), reason: 'CHANGED_MIND' },
    }),
  );

export type Told = {
  type: string;
  subject: string;
  correlationid: string;
  causationid: string;
  traceparent?: string;
  data: Record<string, unknown>;
};

/** What leaves about an order, oldest first. */
export async function toldOf({ sql }: Pick<Stage, 'sql'>, orderId: string): Promise<Told[]> {
  const rows = await sql<{ body: string }[]>`
    select body from outbox where key = ${orderId} order by position`;
  return rows.map(({ body }) => JSON.parse(body) as Told);
}

const FACT = /^souk\.shipping\.(.+)\.v1$/;

/** The same by their short names: `shipment-created`. */
export const factsOf = async (stage: Pick<Stage, 'sql'>, orderId: string): Promise<string[]> =>
  (await toldOf(stage, orderId)).map(({ type }) => FACT.exec(type)?.[1] ?? type);

export type Row = { id: string; status: string; items: Record<string, number> };

/** The shipments of an order, oldest first, their items by line. */
export const shipmentsOf = ({ sql }: Pick<Stage, 'sql'>, orderId: string): Promise<Row[]> =>
  sql<Row[]>`
    select s.id, s.status, s.carrier, s.weight_grams, s.tracking_number, s.version,
      jsonb_object_agg(i.order_line_number, i.quantity) as items
    from shipments s join shipment_items i on i.shipment_id = s.id
    where s.order_id = ${orderId} group by s.id order by s.created_at, s.id`;

/** Tells of a new order, and answers with its id and its shipment's. */
export async function confirmed(stage: Stage, change: object = {}) {
  const orderId = newId();
  await stage.composition.handle(orderConfirmed(orderId, change));
  const [shipment] = await shipmentsOf(stage, orderId);
  if (shipment === undefined) throw new Error('no shipment was created');
  return { orderId, shipmentId: shipment.id };
}
