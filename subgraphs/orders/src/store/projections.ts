import type { Queries } from '@souk/platform/database';
import type { RecordedEvent } from '@souk/platform/event-store';
import type { Projection } from '@souk/platform/projections';
import { eq, sql } from 'drizzle-orm';
import type { OrderEvent } from '../domain/order-events.ts';
import { noOrder } from '../domain/order-state.ts';
import type { ReturnEvent } from '../domain/return-events.ts';
import { projectOrder } from './order-projection.ts';
import { orders } from './order-tables.ts';
import { replayReturn } from './return-projection.ts';

type Session = Queries<Record<string, unknown>>;

/** The streams of this service are of orders and of returns; each of them owns its rows. */
export const ordersProjection: Projection = {
  rows: async (tx, id) => {
    const [row] = await tx.execute<{ all: string }>(sql`/* orders.projectedRows */
      select jsonb_build_array(
        (select jsonb_agg(o) from orders o where o.id = ${id}::uuid),
        (select jsonb_agg(l order by l.number) from order_lines l where l.order_id = ${id}::uuid),
        (select jsonb_agg(h order by h.position) from order_history h where h.order_id = ${id}::uuid),
        (select jsonb_agg(r) from returns r where r.id = ${id}::uuid),
        (select jsonb_agg(i order by i.number) from return_items i where i.return_id = ${id}::uuid),
        (select jsonb_agg(h order by h.position) from return_history h where h.return_id = ${id}::uuid)
      )::text as all`);
    return row?.all ?? '';
  },

  replay: async (tx, id, events) => {
    await replayReturn(tx, id, ofKind<ReturnEvent>('Return', events));
    await replayOrder(tx, id, ofKind<OrderEvent>('Order', events));
  },

  strays: async (db) => {
    const rows = await db.execute<{ id: string }>(sql`/* orders.projectedWithoutStream */
      select id from (select id from orders union all select id from returns) projected
      where not exists (select from event_streams s where s.id = projected.id::text)`);
    return rows.map(({ id }) => id);
  },
};

/** Lines and history go with their order. */
async function replayOrder(tx: Session, id: string, events: readonly OrderEvent[]): Promise<void> {
  await tx.delete(orders).where(eq(orders.id, id));
  await projectOrder(tx, noOrder, events);
}

const ofKind = <Event extends { type: string }>(kind: string, events: readonly RecordedEvent[]) =>
  events.flatMap(({ type, data }) =>
    type.startsWith(kind) ? [{ type, data } as unknown as Event] : [],
  );
