import type { Queries } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { notifyAfterCommit } from '@souk/platform/notify';
import { and, eq, sql } from 'drizzle-orm';
import type { TaskQueue } from '../app/task-queue.ts';
import { type TakenTask, Task } from '../domain/task.ts';
import { providerTasks } from './task-tables.ts';

type Session = Queries<Record<string, unknown>>;

export const TASKS_CHANNEL = 'provider_tasks';
const LOCK_SPACE = 7_203_921;

/**
 * Puts a task behind all others of its payment. Whoever adds one for the same payment at the same time
 * waits for this transaction's end: positions are given out in the sequence of the commits, so that no
 * older task shows up while a younger one is under way.
 */
export async function insertTask(
  tx: Session,
  { task: { kind, ...payload }, ...about }: Omit<TakenTask, 'id' | 'attempt' | 'createdAt'>,
): Promise<void> {
  const { paymentId, orderId, cause, traceparent } = about;
  await tx.execute(sql`/* payments.addTask */
    with locked as materialized (
      select pg_advisory_xact_lock(${LOCK_SPACE}, hashtext(${paymentId}::text))
    )
    insert into provider_tasks (id, payment_id, order_id, kind, payload, cause, traceparent)
    select ${newId()}::uuid, ${paymentId}::uuid, ${orderId}::uuid, ${kind},
      ${JSON.stringify(payload)}::jsonb, ${cause}, ${traceparent}
    from (select count(*) from locked) alone`);
  notifyAfterCommit(TASKS_CHANNEL);
}

/** Ends a task if it still is this attempt's; the row's lock makes others wait for the transaction. */
export async function endTask(tx: Session, id: string, attempt: number): Promise<boolean> {
  const ended = await tx
    .delete(providerTasks)
    .where(and(eq(providerTasks.id, id), eq(providerTasks.attempts, attempt)))
    .returning({ id: providerTasks.id })
    .prepare('payments_end_task')
    .execute();
  return ended.length > 0;
}

type Row = {
  id: string;
  payment_id: string;
  order_id: string;
  kind: Task['kind'];
  payload: object;
  attempts: number;
  created_at: string | Date;
  cause: string;
  traceparent: string | null;
};

const taken = (row: Row): TakenTask => ({
  id: row.id,
  paymentId: row.payment_id,
  orderId: row.order_id,
  task: Task.parse({ kind: row.kind, ...row.payload }),
  attempt: row.attempts,
  createdAt: new Date(row.created_at),
  cause: row.cause,
  traceparent: row.traceparent,
});

export const taskQueue = (db: Session): TaskQueue => ({
  take: async (limit, leaseMs) => {
    const rows = await db.execute<Row>(sql`/* payments.takeTasks */
      with due as materialized (
        select id from provider_tasks task
        where next_at <= now() and not exists (
          select 1 from provider_tasks older
          where older.payment_id = task.payment_id and older.position < task.position)
        order by position limit ${limit}::int for update skip locked)
      update provider_tasks set attempts = attempts + 1,
        next_at = now() + make_interval(secs => ${leaseMs / 1_000}::float8)
      from due where provider_tasks.id = due.id
      returning provider_tasks.*`);
    return rows.map(taken);
  },

  keep: async (tasks, leaseMs) => {
    const mine = JSON.stringify(tasks.map(({ id, attempt }) => ({ id, attempt })));
    await db.execute(sql`/* payments.keepTasks */
      update provider_tasks set next_at = now() + make_interval(secs => ${leaseMs / 1_000}::float8)
      from jsonb_to_recordset(${mine}::jsonb) as mine (id uuid, attempt int)
      where provider_tasks.id = mine.id and attempts = mine.attempt`);
  },

  putBack: async ({ id, attempt }, delayMs, why) => {
    await db.execute(sql`/* payments.putBackTask */
      update provider_tasks set last_error = ${why},
        next_at = now() + make_interval(secs => ${delayMs / 1_000}::float8)
      where id = ${id} and attempts = ${attempt}::int`);
  },
});
