import { newId } from '@souk/platform/ids';
import type { Logger } from '@souk/platform/log';
import { inTrace } from '@souk/platform/trace';
import type { CheckoutStore } from './checkout-store.ts';
import { continueCheckout, type Pace } from './checkouts.ts';

/** How long a deadline waits that could not be met, milliseconds. */
const POSTPONE_MS = 60_000;

/** Wakes checkouts whose deadline is due. */
export function deadlineVerbs(parts: {
  store: CheckoutStore;
  pace: Pace;
  log: Logger;
  clock?: () => Date;
}) {
  const { store, pace, log, clock = () => new Date() } = parts;
  return {
    /** Wakes one; false where none is due. Safe while other replicas do the same. */
    meetNext: async (): Promise<boolean> => {
      let orderId: string | null = null;
      try {
        return await store.transaction(async (tx) => {
          const due = await tx.nextDue();
          if (due === null) return false;
          orderId = due.orderId;
          await inTrace(due.traceparent, async () => {
            const before = await tx.lock(due.orderId);
            const deadline = before?.checkout.deadline;
            if (before === null || deadline == null) throw new Error('due, but not waiting');
            const input = { id: newId(), at: clock().toISOString(), due: deadline.at } as const;
            const told = [{ input: { ...input, type: 'DeadlineReached' as const } }];
            await continueCheckout(tx, before, told, pace);
          });
          return true;
        });
      } catch (error) {
        if (orderId === null) throw error;
        // One that cannot be met must not keep the others waiting.
        log.error({ err: error, orderId }, 'deadline not met');
        await store.postpone(orderId, POSTPONE_MS);
        return true;
      }
    },
  };
}
