import type { Queries } from '@souk/platform/database';
import { sql } from 'drizzle-orm';
import { insertTask } from './task-queue.ts';

type Session = Queries<Record<string, unknown>>;

const LOCK = 7_203_922;
const BATCH = 200;

/**
 * Has the provider asked about payments that wait for it, of which nothing has been heard for a while
 * and for which nothing is under way. Of several replicas one does it. Tells how many.
 */
export const sweep = (db: Session, afterMs: number): Promise<number> =>
  db.transaction(async (tx) => {
    const [turn] = await tx.execute<{ mine: boolean }>(sql`/* payments.lockSweep */
      select pg_try_advisory_xact_lock(${LOCK}) as mine`);
    if (!turn?.mine) return 0;
    const silent = await tx.execute<{ id: string; order_id: string }>(sql`/* payments.silent */
      select p.id, p.order_id from payments p
      where p.provider_reference is not null and p.id in (
          select id from payments where status in ('CREATED', 'REQUIRES_ACTION')
          union select payment_id from refunds where status = 'PENDING')
        and not exists (select 1 from provider_tasks t where t.payment_id = p.id)
        and not exists (select 1 from events e where e.stream_id = p.id::text
          and e.at > now() - make_interval(secs => ${afterMs / 1_000}::float8))
      order by p.id limit ${BATCH}::int`);
    for (const { id, order_id: orderId } of silent) {
      const task = { kind: 'SYNC', hint: null } as const;
      await insertTask(tx, { paymentId: id, orderId, task, cause: 'sweep', traceparent: null });
    }
    return silent.length;
  });
