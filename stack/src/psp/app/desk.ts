import { Refusal } from '../domain/refusal.ts';
import { refuseOtherRequest } from '../idempotency/fingerprint.ts';
import { newId, unixSeconds } from '../ids.ts';
import type { Book, StoredEvent, Transaction } from '../ledger/book.ts';
import type { Journal } from '../ledger/journal.ts';
import { presentError } from '../shapes/error.ts';
import { presentEvent } from '../shapes/event.ts';

/** A request that may change something. */
export type Request = {
  id: string;
  /** Method and path. */
  endpoint: string;
  fingerprint: string;
  idempotencyKey: string | null;
  apiVersion: string;
};

export type Fact = { type: string; subject: string; object: object };

/** What a verb decided: the reply, and what changes with it. */
export type Work = {
  status?: number;
  body: object;
  changes?: Omit<Transaction, 'at' | 'reply' | 'events' | 'delivered'>;
  facts?: readonly Fact[];
};

export type Reply = { status: number; body: object; replayed: boolean; movedMoney: boolean };

export type Desk = ReturnType<typeof createDesk>;

/**
 * Where every change is made: decided on the state of this moment, put in the book together with
 * the reply that its idempotency key stands for, and answered only once that is on disk.
 */
export function createDesk(options: {
  book: Book;
  journal: Journal;
  apiVersion: string;
  /** Told of each event once it is on disk. */
  onEvent: (event: StoredEvent) => void;
}) {
  const { book, journal } = options;

  const commit = async (transaction: Transaction): Promise<void> => {
    book.apply(transaction);
    await journal.append(transaction);
    for (const event of transaction.events ?? []) options.onEvent(event);
  };

  const eventsOf = (facts: readonly Fact[], request: Request | null): StoredEvent[] =>
    facts.map(({ type, subject, object }) => {
      const id = newId('evt');
      const body = presentEvent({
        id,
        type,
        object,
        created: unixSeconds(),
        apiVersion: request?.apiVersion ?? options.apiVersion,
        request,
      });
      return { id, type, subject, body };
    });

  /** Does the work, or replays the reply that its key stands for. Throws Refusal for a key misused. */
  const execute = async (request: Request, work: () => Work): Promise<Reply> => {
    const key = request.idempotencyKey;
    const saved = key === null ? undefined : book.replies.get(key);
    if (saved !== undefined) {
      refuseOtherRequest(saved, request);
      await journal.settled();
      return { status: saved.status, body: saved.body, replayed: true, movedMoney: false };
    }
    const { status = 200, body, changes = {}, facts = [] } = attempt(work);
    await commit({
      at: new Date().toISOString(),
      ...changes,
      events: eventsOf(facts, request),
      ...(key === null
        ? {}
        : {
            reply: {
              key,
              endpoint: request.endpoint,
              fingerprint: request.fingerprint,
              status,
              body,
            },
          }),
    });
    const movedMoney = (changes.movements?.length ?? 0) > 0;
    return { status, body, replayed: false, movedMoney };
  };

  /** A change that no API request asked for. */
  const record = (changes: NonNullable<Work['changes']>, facts: readonly Fact[]): Promise<void> =>
    commit({ at: new Date().toISOString(), ...changes, events: eventsOf(facts, null) });

  return { execute, record };
}

function attempt(work: () => Work): Work {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.facts.status, body: { error: presentError(error.facts) } };
  }
}
