import type { Message } from '@souk/platform/bus/interface';
import type { Queries } from '@souk/platform/database';
import { idempotent } from '@souk/platform/idempotency';
import { appendToOutbox, type Transaction } from '@souk/platform/outbox';
import { asc, eq } from 'drizzle-orm';
import type { Cause, FulfilmentUnit } from '../app/fulfilment-store.ts';
import type { Fulfilment, Item, Parcel } from '../domain/fulfilment.ts';
import type { FulfilmentEvent } from '../domain/fulfilment-events.ts';
import { writeFulfilment } from './fulfilment-rows.ts';
import { fulfilmentLines, fulfilments } from './fulfilment-tables.ts';
import { rateQueries } from './rates.ts';
import { shipmentItems, shipments } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

/** How what happened leaves; written to the outbox with the rows. */
export type Tell = (
  orderId: string,
  events: readonly FulfilmentEvent[],
  cause: Cause,
) => readonly Message[];

async function parcelsOf(tx: Db, orderId: string): Promise<Parcel[]> {
  const rows = await tx
    .select({ parcel: shipments, item: shipmentItems })
    .from(shipments)
    .innerJoin(shipmentItems, eq(shipmentItems.shipmentId, shipments.id))
    .where(eq(shipments.orderId, orderId))
    .orderBy(asc(shipments.createdAt), asc(shipments.id), asc(shipmentItems.orderLineNumber));
  const parcels = new Map<string, Parcel & { items: Item[] }>();
  for (const { parcel, item } of rows) {
    const { id, status, trackingNumber, version, carrier, weightGrams } = parcel;
    const known = parcels.get(id) ?? {
      ...{ id, status, trackingNumber, version, carrier, weightGrams, items: [] },
    };
    const { orderLineNumber, quantity } = item;
    known.items.push({ orderLineNumber, quantity });
    parcels.set(id, known);
  }
  return [...parcels.values()];
}

async function lock(tx: Db, orderId: string): Promise<Fulfilment | null> {
  const of = eq(fulfilments.orderId, orderId);
  const [found] = await tx.select().from(fulfilments).where(of).for('update');
  if (found === undefined) return null;
  const lines = await tx
    .select()
    .from(fulfilmentLines)
    .where(eq(fulfilmentLines.orderId, orderId))
    .orderBy(asc(fulfilmentLines.number));
  return { orderId, lines, parcels: await parcelsOf(tx, orderId) };
}

/** One transaction on what is sent for orders. */
export function fulfilmentUnit(tx: Db, tell: Tell): FulfilmentUnit {
  const outbox = (orderId: string, events: readonly FulfilmentEvent[], cause: Cause) =>
    appendToOutbox(tx as unknown as Transaction, tell(orderId, events, cause));
  return {
    once: (attempt, work) => idempotent(tx as unknown as Transaction & Db, attempt, work),

    open: async (orderId) => {
      const opened = await tx
        .insert(fulfilments)
        .values({ orderId })
        .onConflictDoNothing()
        .returning()
        .prepare('shipping_open_fulfilment')
        .execute();
      return opened.length > 0;
    },

    lock: (orderId) => lock(tx, orderId),

    ratesOf: (country) => rateQueries(tx).ratesOf([country]),

    orderOf: async (shipmentId) => {
      const [row] = await tx
        .select({ orderId: shipments.orderId })
        .from(shipments)
        .where(eq(shipments.id, shipmentId));
      return row?.orderId ?? null;
    },

    addShipment: async (lines, { items, ...shipment }, cause) => {
      const { id: shipmentId, orderId } = shipment;
      await tx.insert(fulfilmentLines).values(lines.map((line) => ({ orderId, ...line })));
      await tx.insert(shipments).values(shipment).prepare('shipping_add_shipment').execute();
      await tx.insert(shipmentItems).values(items.map((item) => ({ shipmentId, ...item })));
      await outbox(orderId, [{ type: 'ShipmentCreated', shipmentId }], cause);
    },

    save: async (before, events, cause) => {
      await writeFulfilment(tx, before, events, cause.at);
      await outbox(before.orderId, events, cause);
    },
  };
}
