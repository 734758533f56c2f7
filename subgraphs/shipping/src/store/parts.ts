import type { Queries } from '@souk/platform/database';
import { asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { LineInParcel } from '../app/shipped.ts';
import type { ShipmentItem, TrackingEvent } from '../domain/shipment.ts';
import { shipmentItems, shipments, trackingEvents } from './tables.ts';

/** No more events of a shipment are shown than this. */
const CAP = 100;

/** What hangs on shipments, for many of them in one statement. */
export function partQueries(db: Queries<Record<string, unknown>>) {
  const items = db
    .select({ ...getTableColumns(shipmentItems), orderId: shipments.orderId })
    .from(shipmentItems)
    .innerJoin(shipments, eq(shipments.id, shipmentItems.shipmentId))
    .where(sql`${shipmentItems.shipmentId} = any(${sql.placeholder('ids')})`)
    .orderBy(asc(shipmentItems.shipmentId), asc(shipmentItems.orderLineNumber))
    .prepare('shipping_items_of');

  const ranked = db
    .select({
      ...getTableColumns(trackingEvents),
      rank: sql<number>`row_number() over (partition by ${trackingEvents.shipmentId} order by ${trackingEvents.number} desc)`.as(
        'rank',
      ),
    })
    .from(trackingEvents)
    .where(sql`${trackingEvents.shipmentId} = any(${sql.placeholder('ids')})`)
    .as('ranked');
  const events = db
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${CAP}`)
    .orderBy(ranked.shipmentId, desc(ranked.number))
    .prepare('shipping_events_of');

  const linesOf = db
    .select({
      orderId: shipments.orderId,
      customerId: shipments.customerId,
      status: shipments.status,
      number: shipmentItems.orderLineNumber,
      quantity: shipmentItems.quantity,
    })
    .from(shipments)
    .leftJoin(shipmentItems, eq(shipmentItems.shipmentId, shipments.id))
    .where(sql`${shipments.orderId} = any(${sql.placeholder('ids')})`)
    .prepare('shipping_lines_of_orders');

  return {
    itemsOf: (ids: readonly string[]): Promise<ShipmentItem[]> => items.execute({ ids }),
    eventsOf: (ids: readonly string[]): Promise<TrackingEvent[]> => events.execute({ ids }),
    linesOf: (ids: readonly string[]): Promise<LineInParcel[]> => linesOf.execute({ ids }),
  };
}
