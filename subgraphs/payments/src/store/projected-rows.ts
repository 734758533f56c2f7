import type { Currency } from '@souk/contracts/money';
import type { Payment } from '../domain/payment.ts';
import type { PaymentEvent } from '../domain/payment-events.ts';
import { historyStep } from '../domain/payment-history.ts';
import { movementOf, postingsOf } from '../domain/payment-postings.ts';
import { evolvePayment, type PaymentState } from '../domain/payment-state.ts';
import { fromPayment } from './rows.ts';
import type { ledgerEntries, paymentHistory, payments, refunds } from './tables.ts';

/** An event of a payment and its id in the store. */
export type Dated = { id: string; event: PaymentEvent };

/** The rows that events make or change. */
export type ProjectedRows = {
  payment: typeof payments.$inferInsert;
  history: (typeof paymentHistory.$inferInsert)[];
  refunds: (typeof refunds.$inferInsert)[];
  entries: (typeof ledgerEntries.$inferInsert)[];
};

/** Throws TypeError for a payment whose first event is missing. */
function paymentOf(id: string, state: PaymentState): Payment {
  const { status, currency } = state;
  if (status === null || currency === null) throw new TypeError(`payment ${id} was never created`);
  return {
    id,
    ...{ orderId: state.orderId, customerId: state.customerId, status, currency },
    ...{ amount: state.amount, capturedAmount: state.captured, refundedAmount: state.refunded },
    ...{ card: state.card, providerReference: state.reference, actionUrl: state.actionUrl },
    createdAt: new Date(state.createdAt),
  };
}

/** What fresh events of a payment change in the tables that people read. */
export function projected(
  paymentId: string,
  before: PaymentState,
  fresh: readonly Dated[],
): ProjectedRows {
  const history: ProjectedRows['history'] = [];
  const entries: ProjectedRows['entries'] = [];
  const touched = new Set<string>();
  let state = before;
  for (const { id, event } of fresh) {
    const former = state;
    state = evolvePayment(former, event);
    const currency = state.currency as Currency;
    const at = new Date(event.data.at);
    const step = historyStep(event, former, state);
    if (step !== null) history.push({ paymentId, position: former.version, at, ...step });
    if ('refundId' in event.data) touched.add(event.data.refundId);
    const kind = movementOf(event);
    if (kind === null) continue;
    for (const posting of postingsOf(event)) {
      entries.push({ ...posting, movementId: id, kind, at, paymentId, currency });
    }
  }
  const { currency } = state;
  return {
    payment: fromPayment(paymentOf(paymentId, state)),
    history,
    refunds: [...touched].flatMap((id) => {
      const refund = state.refunds[id];
      if (refund === undefined || currency === null) return [];
      const { at, ...rest } = refund;
      return [{ id, paymentId, currency, ...rest, createdAt: new Date(at) }];
    }),
    entries,
  };
}
