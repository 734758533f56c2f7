import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Message } from './bus/interface.ts';
import type { Transaction } from './outbox.ts';

/** The messages that consumers of a service are through with. See `outboxTable` for its migration. */
export const inboxTable = () =>
  pgTable(
    'inbox',
    {
      consumer: text().notNull(),
      messageId: text('message_id').notNull(),
      receivedAt: timestamp('received_at', { withTimezone: true, precision: 3 })
        .notNull()
        .defaultNow(),
    },
    (inbox) => [
      primaryKey({ columns: [inbox.consumer, inbox.messageId] }),
      index('inbox_received_at').on(inbox.receivedAt),
    ],
  );

/**
 * Records a message in the transaction of its effect. False when that consumer has recorded it
 * before; while another transaction is recording it, waits for its end.
 */
export async function recordInInbox(
  tx: Transaction,
  consumer: string,
  messageId: string,
): Promise<boolean> {
  const recorded = await tx.execute(sql`/* inbox.record */
    insert into inbox (consumer, message_id) values (${consumer}, ${messageId})
    on conflict do nothing returning 1`);
  return recorded.length > 0;
}

type Transactions<Tx> = { transaction: (work: (tx: Tx) => Promise<void>) => Promise<void> };

/** A handler whose effect happens once, however often the message comes. */
export const once =
  <Tx extends Transaction>(
    db: Transactions<Tx>,
    consumer: string,
    effect: (tx: Tx, message: Message) => Promise<void>,
  ) =>
  (message: Message): Promise<void> =>
    db.transaction(async (tx) => {
      if (await recordInInbox(tx, consumer, message.id)) await effect(tx, message);
    });

/**
 * Forgets what was received longer ago. Must be longer than a message can stay on the bus, in an
 * outbox or among the dead letters.
 */
export async function pruneInbox(db: Transaction, olderThanDays: number): Promise<void> {
  await db.execute(sql`/* inbox.prune */
    delete from inbox where received_at < now() - make_interval(days => ${olderThanDays})`);
}
