import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { TASK_KINDS, type Task } from '../domain/task.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** What the provider is still to be asked; gone once its outcome is recorded. */
export const providerTasks = pgTable(
  'provider_tasks',
  {
    id: uuid('id').primaryKey(),
    /** The tasks of one payment are done in this sequence. */
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    paymentId: uuid('payment_id').notNull(),
    orderId: uuid('order_id').notNull(),
    kind: text('kind').$type<Task['kind']>().notNull(),
    payload: jsonb('payload').notNull(),
    cause: text('cause').notNull(),
    traceparent: text('traceparent'),
    attempts: integer('attempts').notNull().default(0),
    /** When it may be taken (again). */
    nextAt: instant('next_at').notNull().defaultNow(),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('provider_tasks_of_payment').on(table.paymentId, table.position),
    index('provider_tasks_due').on(table.nextAt),
    check(
      'provider_tasks_kind',
      sql`${table.kind} in (${sql.raw(TASK_KINDS.map((kind) => `'${kind}'`).join(', '))})`,
    ),
  ],
);
