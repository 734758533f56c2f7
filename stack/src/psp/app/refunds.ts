import { createRefund, endRefund, type Refund, type RefundStep } from '../domain/refund.ts';
import { missing } from '../domain/refusal.ts';
import { newId, unixSeconds } from '../ids.ts';
import type { Book } from '../ledger/book.ts';
import { presentRefund } from '../shapes/refund.ts';
import type { Desk, Work } from './desk.ts';

export type NewRefund = {
  paymentIntent: string;
  amount: number | null;
  reason: string | null;
  metadata: Refund['metadata'];
};

export type Refunds = ReturnType<typeof refundVerbs>;

/**
 * What can be done with refunds. Refunds of some cards end later, `settleAfterMs` after they were
 * made, or after a restart.
 */
export function refundVerbs(options: { book: Book; desk: Desk; settleAfterMs: number }) {
  const { book, desk } = options;
  const timers = new Set<NodeJS.Timeout>();

  const factsOf = ({ refund, facts }: RefundStep) =>
    facts.map((type) => ({ type, subject: refund.paymentIntent, object: presentRefund(refund) }));
  const changesOf = ({ refund, intent, movements }: RefundStep) => ({
    refunds: [refund],
    intents: [intent],
    movements,
  });

  const settle = async (id: string): Promise<void> => {
    const refund = book.refunds.get(id);
    const intent = refund && book.intents.get(refund.paymentIntent);
    const step = refund && intent ? endRefund(refund, intent) : null;
    if (step !== null) await desk.record(changesOf(step), factsOf(step));
  };
  const settleLater = (refund: Refund): void => {
    if (refund.endsAs === null) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      // A disk that refuses ends the process: see the journal.
      settle(refund.id).catch(() => {});
    }, options.settleAfterMs);
    timers.add(timer);
  };

  return {
    find: (id: string): Refund => {
      const refund = book.refunds.get(id);
      if (refund === undefined) throw missing('refund', id, 'id');
      return refund;
    },
    create: ({ paymentIntent, amount, ...rest }: NewRefund): Work => {
      const intent = book.intents.get(paymentIntent);
      if (intent === undefined) throw missing('payment_intent', paymentIntent, 'payment_intent');
      const facts = { ...rest, id: newId('re'), created: unixSeconds() };
      const step = createRefund(intent, amount, facts);
      settleLater(step.refund);
      return { body: presentRefund(step.refund), changes: changesOf(step), facts: factsOf(step) };
    },
    /** Takes up what a restart interrupted. */
    start: () => {
      for (const refund of book.refunds.values()) settleLater(refund);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
