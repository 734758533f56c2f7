import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import {
  index,
  jsonb,
  type PgDatabase,
  type PgQueryResultHKT,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { AppError } from './errors.ts';

/** What callers were told of mutations that must take effect once. See `outboxTable` for its migration. */
export const idempotencyTable = () =>
  pgTable(
    'idempotent_replies',
    {
      actor: text().notNull(),
      key: text().notNull(),
      operation: text().notNull(),
      fingerprint: text().notNull(),
      reply: jsonb(),
      createdAt: timestamp('created_at', { withTimezone: true, precision: 3 })
        .notNull()
        .defaultNow(),
    },
    (replies) => [
      primaryKey({ columns: [replies.actor, replies.key] }),
      index('idempotent_replies_created_at').on(replies.createdAt),
    ],
  );

const table = idempotencyTable();

type Transaction = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  'insert' | 'select' | 'update'
>;

/** A caller's own name for one attempt: unguessable enough not to be used twice by accident. */
export const IdempotencyKey = z
  .string()
  .min(8, 'needs at least 8 characters')
  .max(200, 'has at most 200 characters')
  .regex(/^[\x21-\x7e]+$/, 'has printable ASCII characters only');

export type Attempt = {
  /** Who asks: keys of different callers never meet. */
  actor: string;
  key: string;
  operation: string;
  /** What was asked for; must survive JSON. */
  input: unknown;
};

/**
 * Does work once for each key, in the caller's transaction, and tells everybody who repeats it what
 * the first was told. A repetition that comes while the first is under way waits for its end; work
 * that throws leaves the key unused. The reply must survive JSON. Throws IDEMPOTENCY_KEY_REUSED for
 * a key of another operation or other input. After the Idempotency-Key header field
 * (draft-ietf-httpapi-idempotency-key-header).
 */
export async function idempotent<Reply>(
  tx: Transaction,
  { actor, key, operation, input }: Attempt,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const fingerprint = fingerprintOf(input);
  const mine = and(eq(table.actor, actor), eq(table.key, key));
  const claimed = await tx
    .insert(table)
    .values({ actor, key, operation, fingerprint })
    .onConflictDoNothing()
    .returning({ key: table.key })
    .prepare('platform_claim_key')
    .execute();
  if (claimed.length > 0) {
    const reply = await work();
    await tx.update(table).set({ reply }).where(mine).prepare('platform_keep_reply').execute();
    return reply;
  }
  const [before] = await tx.select().from(table).where(mine);
  if (before?.operation !== operation || before.fingerprint !== fingerprint) {
    throw new AppError(
      'IDEMPOTENCY_KEY_REUSED',
      'This idempotencyKey was used for something else. Choose a new one for each attempt.',
      { argument: 'idempotencyKey' },
    );
  }
  return before.reply as Reply;
}

/** Forgets what was answered longer ago. */
export async function pruneReplies(
  db: Pick<PgDatabase<PgQueryResultHKT, Record<string, never>>, 'delete'>,
  olderThanDays: number,
): Promise<void> {
  const since = new Date(Date.now() - olderThanDays * 86_400_000);
  await db.delete(table).where(lt(table.createdAt, since));
}

const fingerprintOf = (input: unknown): string =>
  createHash('sha256').update(canonical(input)).digest('base64url');

/** JSON with the keys of every object sorted. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null';
