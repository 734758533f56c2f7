import type { Queries } from '@souk/platform/database';
import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Place, ShipmentSearch, ShipmentStore } from '../app/shipments.ts';
import type { Shipment } from '../domain/shipment.ts';
import { shipments } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

/** No order has more parcels than this. */
const CAP = 100;

const before = (place: Place | null): SQL | undefined =>
  place === null
    ? undefined
    : sql`(${shipments.createdAt}, ${shipments.id}) < (${place.createdAt}::timestamptz, ${place.id}::uuid)`;

export function shipmentQueries(db: Db) {
  const byIds = db
    .select()
    .from(shipments)
    .where(sql`${shipments.id} = any(${sql.placeholder('ids')})`)
    .prepare('shipping_shipments_by_ids');

  const ranked = db
    .select({
      ...getTableColumns(shipments),
      rank: sql<number>`row_number() over (partition by ${shipments.orderId} order by ${shipments.createdAt} desc, ${shipments.id} desc)`.as(
        'rank',
      ),
    })
    .from(shipments)
    .where(sql`${shipments.orderId} = any(${sql.placeholder('ids')})`)
    .as('ranked');
  const ofOrders = db
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${CAP}`)
    .orderBy(ranked.orderId, ranked.rank)
    .prepare('shipping_shipments_of_orders');

  const byTrackingNumber = db
    .select()
    .from(shipments)
    .where(eq(shipments.trackingNumber, sql.placeholder('trackingNumber')))
    .limit(CAP)
    .prepare('shipping_shipments_by_tracking_number');

  return {
    byIds: (ids: readonly string[]): Promise<Shipment[]> => byIds.execute({ ids }),
    ofOrders: (ids: readonly string[]): Promise<Shipment[]> => ofOrders.execute({ ids }),
    byTrackingNumber: (trackingNumber: string): Promise<Shipment[]> =>
      byTrackingNumber.execute({ trackingNumber }),

    search: (wanted: ShipmentSearch, place: Place | null, limit: number): Promise<Shipment[]> =>
      db
        .select()
        .from(shipments)
        .where(
          and(
            wanted.statuses === null
              ? undefined
              : sql`${shipments.status} = any(${sql.param([...wanted.statuses])}::text[])`,
            wanted.carrier === null ? undefined : eq(shipments.carrier, wanted.carrier),
            before(place),
          ),
        )
        .orderBy(desc(shipments.createdAt), desc(shipments.id))
        .limit(limit)
        .prepare('shipping_shipments_search')
        .execute(),
  } satisfies ShipmentStore & Record<string, unknown>;
}
