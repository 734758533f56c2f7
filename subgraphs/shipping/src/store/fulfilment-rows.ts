import type { Queries } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { and, eq, sql } from 'drizzle-orm';
import type { Fulfilment, FulfilmentLine, Parcel } from '../domain/fulfilment.ts';
import {
  evolveFulfilment,
  type FulfilmentEvent,
  isTracked,
  statusAfter,
} from '../domain/fulfilment-events.ts';
import { fulfilmentLines } from './fulfilment-tables.ts';
import { shipmentItems, shipments, trackingEvents } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

const parcelIn = ({ parcels }: Fulfilment, id: string): Parcel | undefined =>
  parcels.find((parcel) => parcel.id === id);

/** A shipment that was divided off goes the same way as the one that it was a part of. */
async function insertRest(tx: Db, from: string, rest: Parcel, at: Date): Promise<void> {
  const [whole] = await tx.select().from(shipments).where(eq(shipments.id, from));
  if (whole === undefined) throw new TypeError(`${from} was divided and is not there`);
  const { items, ...parcel } = rest;
  await tx.insert(shipments).values({ ...whole, ...parcel, createdAt: at });
  await insertItems(tx, rest);
}

const insertItems = (tx: Db, { id: shipmentId, items }: Parcel) =>
  tx.insert(shipmentItems).values(items.map((item) => ({ shipmentId, ...item })));

async function updateParcel(tx: Db, before: Parcel, after: Parcel): Promise<void> {
  const { id, status, trackingNumber, version, weightGrams } = after;
  const moved = await tx
    .update(shipments)
    .set({ status, trackingNumber, version, weightGrams })
    .where(and(eq(shipments.id, id), eq(shipments.version, before.version)))
    .returning({ id: shipments.id });
  if (moved.length === 0) {
    throw new AppError('CONFLICT', 'Somebody else has changed this shipment. Read it again.');
  }
  if (after.items === before.items) return;
  await tx.delete(shipmentItems).where(eq(shipmentItems.shipmentId, id));
  await insertItems(tx, after);
}

/** Counted upwards in the database, whose check refuses units that there are not. */
const countUnits = (tx: Db, orderId: string, before: FulfilmentLine, after: FulfilmentLine) =>
  tx
    .update(fulfilmentLines)
    .set({
      dispatched: sql`${fulfilmentLines.dispatched} + ${after.dispatched - before.dispatched}`,
      cancelled: sql`${fulfilmentLines.cancelled} + ${after.cancelled - before.cancelled}`,
    })
    .where(and(eq(fulfilmentLines.orderId, orderId), eq(fulfilmentLines.number, after.number)));

/** Brings the rows to the state that the events lead to, and adds the events to the shipments' stories. */
export async function writeFulfilment(
  tx: Db,
  before: Fulfilment,
  events: readonly FulfilmentEvent[],
  at: Date,
): Promise<void> {
  let after = before;
  const story: (typeof trackingEvents.$inferInsert)[] = [];
  const restOf = new Map<string, string>();
  for (const event of events) {
    after = evolveFulfilment(after, event);
    if (event.type === 'ShipmentDivided') restOf.set(event.rest.id, event.shipmentId);
    if (!isTracked(event)) continue;
    const number = parcelIn(after, event.shipmentId)?.version ?? 0;
    const { shipmentId, scan } = event;
    story.push({ shipmentId, number, at, status: statusAfter(event), ...scan });
  }
  for (const parcel of after.parcels) {
    const known = parcelIn(before, parcel.id);
    const from = restOf.get(parcel.id);
    if (known !== undefined && known !== parcel) await updateParcel(tx, known, parcel);
    else if (from !== undefined) await insertRest(tx, from, parcel, at);
  }
  for (const [index, line] of after.lines.entries()) {
    const known = before.lines[index];
    if (known !== undefined && known !== line) {
      await countUnits(tx, before.orderId, known, line);
    }
  }
  if (story.length > 0) await tx.insert(trackingEvents).values(story);
}
