import type { Payment, PaymentStatus, RefundStatus } from './payment.ts';
import type { PaymentEvent } from './payment-events.ts';

type ToldStep = { status: PaymentStatus; at: Date; amount: number | null };
type ToldRefund = {
  id: string;
  amount: number;
  reason: string;
  status: RefundStatus;
  createdAt: Date;
};

/** A payment as somebody tells it who does not know its events. */
export type ToldPayment = Omit<Payment, 'actionUrl'> & {
  history: readonly ToldStep[];
  refunds: readonly ToldRefund[];
};

/** A history that does not add up to the payment's amounts. */
export class CrookedHistory extends Error {
  override readonly name = 'CrookedHistory';
}

/** What a step of the history took, or let go. `money` is what is held and taken before it. */
function eventsOfStep(
  { status, at: date, amount }: ToldStep,
  payment: ToldPayment,
  money: { held: number; captured: number; captures: number },
): PaymentEvent[] {
  const at = date.toISOString();
  const end = (type: 'PaymentVoided' | 'PaymentExpired'): PaymentEvent[] => {
    const { held } = money;
    money.held = 0;
    return [{ type, data: { amount: held, at } }];
  };
  switch (status) {
    case 'REQUIRES_ACTION':
      return [{ type: 'PaymentActionRequired', data: { actionUrl: 'about:blank', at } }];
    case 'AUTHORIZED':
      money.held = payment.amount;
      return [{ type: 'PaymentAuthorized', data: { amount: payment.amount, at } }];
    case 'DECLINED': {
      const message = 'Your card was declined.';
      return [{ type: 'PaymentDeclined', data: { code: 'card_declined', message, at } }];
    }
    case 'VOIDED':
      return end('PaymentVoided');
    case 'EXPIRED':
      return end('PaymentExpired');
    case 'PARTIALLY_CAPTURED':
    case 'CAPTURED': {
      const taken = amount ?? payment.capturedAmount - money.captured;
      if (taken > money.held) throw new CrookedHistory('more is captured than is held');
      money.held -= taken;
      money.captured += taken;
      money.captures += 1;
      const key = `told-${money.captures}`;
      const capture: PaymentEvent = { type: 'PaymentCaptured', data: { key, amount: taken, at } };
      if (status === 'PARTIALLY_CAPTURED' || money.held === 0) return [capture];
      const rest = money.held;
      money.held = 0;
      return [capture, { type: 'PaymentHoldReleased', data: { amount: rest, at } }];
    }
    case 'CREATED':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return [];
  }
}

function eventsOfRefund({ id, amount, reason, status, createdAt }: ToldRefund): PaymentEvent[] {
  const at = createdAt.toISOString();
  const refundId = id;
  const started: PaymentEvent = { type: 'RefundStarted', data: { refundId, amount, reason, at } };
  if (status === 'PENDING') return [started];
  return status === 'SUCCEEDED'
    ? [started, { type: 'RefundSucceeded', data: { refundId, amount, at } }]
    : [started, { type: 'RefundFailed', data: { refundId, code: 'unknown', at } }];
}

/**
 * The events that lead to a payment, oldest first. A capture without an amount takes all that is left;
 * a hold ends when its payment is captured in full, voided or expired; refunds tell when they were
 * given. Throws CrookedHistory when the captures do not sum to `capturedAmount`.
 */
export function eventsOf(payment: ToldPayment): PaymentEvent[] {
  const { id: paymentId, orderId, customerId, amount, currency, card } = payment;
  const at = payment.createdAt.toISOString();
  const money = { held: 0, captured: 0, captures: 0 };
  const later = payment.history.flatMap((step) => eventsOfStep(step, payment, money));
  if (money.captured !== payment.capturedAmount) {
    throw new CrookedHistory(
      `the history captures ${money.captured}, the payment ${payment.capturedAmount}`,
    );
  }
  const told = [...later, ...payment.refunds.flatMap(eventsOfRefund)].sort((left, right) =>
    left.data.at < right.data.at ? -1 : left.data.at > right.data.at ? 1 : 0,
  );
  const created: PaymentEvent = {
    type: 'PaymentCreated',
    data: { paymentId, orderId, customerId, amount, currency, at },
  };
  const { providerReference: reference } = payment;
  if (reference === null) return [created, ...told];
  return [created, { type: 'PaymentSubmitted', data: { reference, card, at } }, ...told];
}
