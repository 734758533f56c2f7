import { deadLettersTable } from '@souk/platform/dead-letters';
import { idempotencyTable } from '@souk/platform/idempotency';
import { inboxTable } from '@souk/platform/inbox';
import { outboxTable } from '@souk/platform/outbox';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const outbox = outboxTable();
export const inbox = inboxTable();
export const deadLetters = deadLettersTable();
export const idempotentReplies = idempotencyTable();
/** The effect of a message, and something to lock. */
export const counters = pgTable('counters', {
  name: text().primaryKey(),
  value: integer().notNull(),
});
