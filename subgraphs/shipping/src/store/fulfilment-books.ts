import type { Queries } from '@souk/platform/database';
import { sql } from 'drizzle-orm';
import { fulfilmentLines, fulfilments } from './fulfilment-tables.ts';
import { shipmentItems, shipments } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

/** Opens the books of orders whose shipments are about to be written. */
export const openBooks = (tx: Db, orderIds: readonly string[]) =>
  tx
    .insert(fulfilments)
    .values([...new Set(orderIds)].map((orderId) => ({ orderId })))
    .onConflictDoNothing();

/**
 * Counts anew what was ordered of these orders and what became of it, out of their shipments: for
 * shipments that were brought along rather than made here, which are taken to be all of the order.
 */
export const countShipments = (tx: Db, orderIds: readonly string[]) =>
  tx.execute(sql`/* shipping.countShipments */
    insert into ${fulfilmentLines}
      (order_id, number, ordered, dispatched, cancelled, unit_weight_grams)
    select s.order_id, i.order_line_number, sum(i.quantity),
      coalesce(sum(i.quantity)
        filter (where s.status not in ('PENDING', 'LABEL_CREATED', 'CANCELLED')), 0),
      coalesce(sum(i.quantity) filter (where s.status = 'CANCELLED'), 0),
      max(s.weight_grams /
        (select sum(quantity) from ${shipmentItems} where shipment_id = s.id))
    from ${shipments} s join ${shipmentItems} i on i.shipment_id = s.id
    where s.order_id = any(${sql.param([...new Set(orderIds)])}::uuid[])
    group by s.order_id, i.order_line_number
    on conflict (order_id, number) do update set
      ordered = excluded.ordered, dispatched = excluded.dispatched,
      cancelled = excluded.cancelled, unit_weight_grams = excluded.unit_weight_grams`);
