import { and, desc, eq, lt } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { type DeadLetter, type Message, ONLY_GROUP } from './bus/interface.ts';
import { newId } from './ids.ts';
import { appendToOutbox, type Transaction } from './outbox.ts';

/** Messages that a service's consumers gave up. See `outboxTable` for its migration. */
export const deadLettersTable = () =>
  pgTable(
    'dead_letters',
    {
      id: uuid().primaryKey(),
      group: text('group_name').notNull(),
      messageId: text('message_id').notNull(),
      topic: text().notNull(),
      key: text().notNull(),
      headers: jsonb().$type<Message['headers']>().notNull(),
      body: text().notNull(),
      attempts: integer().notNull(),
      error: text().notNull(),
      diedAt: timestamp('died_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    },
    (letters) => [unique('dead_letters_message').on(letters.group, letters.messageId)],
  );

const table = deadLettersTable();
export type StoredDeadLetter = typeof table.$inferSelect;

/** Stores a letter; one that is stored already gets the newer error. For `Subscription.deadLetter`. */
export async function storeDeadLetter(db: Transaction, letter: DeadLetter): Promise<void> {
  const { group, message, attempts, error } = letter;
  const { id: messageId, topic, key, headers, body } = message;
  await db
    .insert(table)
    .values({ id: newId(), group, messageId, topic, key, headers, body, attempts, error })
    .onConflictDoUpdate({
      target: [table.group, table.messageId],
      set: { attempts, error, diedAt: new Date() },
    });
}

/** The newest first; ids sort by time, so `after` is the id of the last one seen. */
export function listDeadLetters(
  db: Transaction,
  { group, after, limit }: { group?: string; after?: string; limit: number },
): Promise<StoredDeadLetter[]> {
  return db
    .select()
    .from(table)
    .where(
      and(
        group === undefined ? undefined : eq(table.group, group),
        after === undefined ? undefined : lt(table.id, after),
      ),
    )
    .orderBy(desc(table.id))
    .limit(limit);
}

export async function readDeadLetter(
  db: Transaction,
  id: string,
): Promise<StoredDeadLetter | null> {
  const [letter] = await db.select().from(table).where(eq(table.id, id));
  return letter ?? null;
}

/**
 * Sends a letter on its way again, to its own group only, and takes it off the list. Must be called
 * in a transaction. False when there is none (any more).
 */
export async function redriveDeadLetter(tx: Transaction, id: string): Promise<boolean> {
  const [letter] = await tx.delete(table).where(eq(table.id, id)).returning();
  if (letter === undefined) return false;
  const { messageId, topic, key, body, group } = letter;
  const headers = { ...letter.headers, [ONLY_GROUP]: group };
  await appendToOutbox(tx, [{ id: messageId, topic, key, headers, body }]);
  return true;
}

/** Throws a letter away for good. False when there is none. */
export async function dropDeadLetter(db: Transaction, id: string): Promise<boolean> {
  const dropped = await db.delete(table).where(eq(table.id, id)).returning({ id: table.id });
  return dropped.length > 0;
}
