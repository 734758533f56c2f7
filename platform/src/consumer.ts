import type { z } from 'zod';
import type { DeadLetter, Message } from './bus/interface.ts';
import { storeDeadLetter } from './dead-letters.ts';
import { AppError } from './errors.ts';
import { once } from './inbox.ts';
import type { Transaction } from './outbox.ts';
import { inTrace } from './trace.ts';

/** A CloudEvent, as far as its transport is concerned. */
type Event = {
  id: string;
  source: string;
  type: string;
  partitionkey: string;
  traceparent?: string | undefined;
};

/** The schema of one event: an object whose `type` is a literal. */
type EventSchema = z.ZodType<Event> & { shape: { type: { value: string } } };

/** What one event makes a consumer do, in the transaction that remembers it. */
export type Reaction<Tx> = {
  type: string;
  /** The event as far as the effect reads it. */
  schema: z.ZodType;
  effect: (tx: Tx, event: never) => Promise<void>;
};

/** The event as it travels: its topic is its emitter, its sequence that of its partition key. */
export const toMessage = (event: Event): Message => ({
  id: event.id,
  topic: event.source.slice(event.source.lastIndexOf('/') + 1),
  key: event.partitionkey,
  headers: {
    type: event.type,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  },
  body: JSON.stringify(event),
});

/** Says what an event makes a consumer do; the schema may be narrowed to what the effect reads. */
export const on = <Tx, Schema extends EventSchema>(
  schema: Schema,
  effect: (tx: Tx, event: z.output<Schema>) => Promise<void>,
): Reaction<Tx> => ({
  type: schema.shape.type.value,
  schema,
  effect,
});

type Transactions<Tx> = { transaction: (work: (tx: Tx) => Promise<void>) => Promise<void> };

/**
 * Handles the messages of one group: each event once, in its own trace. Types that nothing reacts to
 * are passed over. A body that is not what its contract says is refused for good (BAD_USER_INPUT),
 * which sends it to the dead letters.
 */
export function consumer<Tx extends Transaction>(
  db: Transactions<Tx>,
  group: string,
  reactions: readonly Reaction<Tx>[],
): (message: Message) => Promise<void> {
  const byType = new Map(reactions.map((reaction) => [reaction.type, reaction]));
  const effect = once(db, group, async (tx: Tx, { headers, body }: Message) => {
    const reaction = byType.get(headers.type ?? '');
    if (reaction !== undefined) await reaction.effect(tx, read(reaction, body) as never);
  });
  return async (message) => {
    if (!byType.has(message.headers.type ?? '')) return;
    await inTrace(message.headers.traceparent, () => effect(message));
  };
}

function read({ type, schema }: Reaction<never>, body: string): unknown {
  try {
    return schema.parse(JSON.parse(body));
  } catch (error) {
    throw new AppError('BAD_USER_INPUT', `This is no ${type}: ${(error as Error).message}`);
  }
}

/** Keeps what a group gave up in the service's own database. */
export const keepDeadLetters =
  (db: Transaction) =>
  (letter: DeadLetter): Promise<void> =>
    storeDeadLetter(db, letter);
