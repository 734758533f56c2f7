import type { Attempt } from '@souk/platform/idempotency';
import type { ReturnableOrder, ReturnState } from '../domain/return-decide.ts';
import type { ReturnEvent } from '../domain/return-events.ts';

/** What led to events: the id of a message or command, and when it was carried out. */
export type Cause = { id: string; at: Date };

/** Returns within one transaction. */
export type ReturnUnit = {
  /** Does `work` once for a key. Throws IDEMPOTENCY_KEY_REUSED for another input. */
  once: <Reply>(attempt: Attempt, work: () => Promise<Reply>) => Promise<Reply>;
  /** Locks an order against other requests for returns; null where it does not exist. */
  lockOrder: (orderId: string) => Promise<(ReturnableOrder & { customerId: string }) | null>;
  /** Whose order it is; null where it does not exist. */
  customerOf: (orderId: string) => Promise<string | null>;
  /** Locks a return; its state has no status where it does not exist. */
  lock: (returnId: string) => Promise<ReturnState>;
  /** Appends, projects, and tells the other services, all in the transaction. */
  save: (
    returnId: string,
    before: ReturnState,
    events: readonly ReturnEvent[],
    cause: Cause,
  ) => Promise<void>;
};

export type ReturnStore = {
  /** Runs in one transaction; what `work` throws undoes it. */
  transaction: <T>(work: (tx: ReturnUnit) => Promise<T>) => Promise<T>;
};
