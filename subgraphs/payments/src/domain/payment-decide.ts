import type { Currency } from '@souk/contracts/money';
import type { Decider } from '@souk/platform/decider';
import type { Card } from './payment.ts';
import type { Instant, PaymentEvent } from './payment-events.ts';
import {
  evolvePayment,
  isOver,
  isWaiting,
  noPayment,
  type PaymentState,
  refunding,
} from './payment-state.ts';

export type PaymentCommand = { at: Instant } & (
  | {
      type: 'Create';
      paymentId: string;
      orderId: string;
      customerId: string;
      amount: number;
      currency: Currency;
    }
  | { type: 'Submit'; reference: string; card: Card | null }
  | { type: 'RequireAction'; actionUrl: string }
  | { type: 'Authorize' }
  | { type: 'Decline'; code: string; message: string }
  | { type: 'Capture'; key: string; amount: number }
  | { type: 'Void' }
  | { type: 'Expire' }
  | { type: 'Refund'; refundId: string; amount: number; reason: string }
  | { type: 'SettleRefund'; refundId: string }
  | { type: 'FailRefund'; refundId: string; code: string }
);

export type PaymentRejection =
  | 'NO_SUCH_PAYMENT'
  | 'WRONG_AMOUNT'
  | 'OUT_OF_TURN'
  | 'ALREADY_OVER'
  | 'KEY_REUSED'
  | 'MORE_THAN_HELD'
  | 'MORE_THAN_CAPTURED'
  | 'NO_SUCH_REFUND';

/** A command that the state of the payment does not allow: a business "no", not a failure. */
export class PaymentRejected extends Error {
  override readonly name = 'PaymentRejected';
  readonly code: PaymentRejection;

  constructor(code: PaymentRejection) {
    super(code);
    this.code = code;
  }
}

const isAmount = (amount: number) => Number.isSafeInteger(amount) && amount > 0;

function create(
  { type: _, ...data }: Extract<PaymentCommand, { type: 'Create' }>,
  state: PaymentState,
): PaymentEvent[] {
  if (!isAmount(data.amount)) throw new PaymentRejected('WRONG_AMOUNT');
  if (state.status === null) return [{ type: 'PaymentCreated', data }];
  if (state.amount !== data.amount || state.currency !== data.currency) {
    throw new PaymentRejected('KEY_REUSED');
  }
  return [];
}

function capture(key: string, amount: number, at: Instant, state: PaymentState): PaymentEvent[] {
  if (!isAmount(amount)) throw new PaymentRejected('WRONG_AMOUNT');
  if (Object.hasOwn(state.captures, key)) {
    if (state.captures[key] === amount) return [];
    throw new PaymentRejected('KEY_REUSED');
  }
  if (amount > state.held) throw new PaymentRejected('MORE_THAN_HELD');
  return [{ type: 'PaymentCaptured', data: { key, amount, at } }];
}

/** The end of a hold: of all of it, or of what is left after captures. */
function letGo(
  state: PaymentState,
  at: Instant,
  to: 'PaymentVoided' | 'PaymentExpired',
): PaymentEvent[] {
  const { held, captured } = state;
  if (isOver(state)) return [];
  if (captured === 0) return [{ type: to, data: { amount: held, at } }];
  return held === 0 ? [] : [{ type: 'PaymentHoldReleased', data: { amount: held, at } }];
}

function refund(
  { refundId, amount, reason, at }: Extract<PaymentCommand, { type: 'Refund' }>,
  state: PaymentState,
): PaymentEvent[] {
  if (!isAmount(amount)) throw new PaymentRejected('WRONG_AMOUNT');
  if (Object.hasOwn(state.refunds, refundId)) {
    if (state.refunds[refundId]?.amount === amount) return [];
    throw new PaymentRejected('KEY_REUSED');
  }
  if (state.refunded + refunding(state) + amount > state.captured) {
    throw new PaymentRejected('MORE_THAN_CAPTURED');
  }
  return [{ type: 'RefundStarted', data: { refundId, amount, reason, at } }];
}

function endRefund(
  command: Extract<PaymentCommand, { type: 'SettleRefund' | 'FailRefund' }>,
  state: PaymentState,
): PaymentEvent[] {
  const { refundId, at } = command;
  const found = state.refunds[refundId];
  if (found === undefined) throw new PaymentRejected('NO_SUCH_REFUND');
  const { amount, status } = found;
  if (command.type === 'SettleRefund') {
    if (status === 'FAILED') throw new PaymentRejected('ALREADY_OVER');
    if (status === 'SUCCEEDED') return [];
    return [{ type: 'RefundSucceeded', data: { refundId, amount, at } }];
  }
  const { code } = command;
  if (status === 'FAILED') return [];
  return status === 'PENDING'
    ? [{ type: 'RefundFailed', data: { refundId, code, at } }]
    : [{ type: 'RefundReversed', data: { refundId, amount, code, at } }];
}

/**
 * Repeating a command is no error and makes nothing happen. What the provider says has happened is
 * believed, also late: a hold that came after its void stands, until it is voided again. Throws
 * PaymentRejected.
 */
export function decidePayment(command: PaymentCommand, state: PaymentState): PaymentEvent[] {
  const { at } = command;
  if (command.type === 'Create') return create(command, state);
  const { status } = state;
  if (status === null) throw new PaymentRejected('NO_SUCH_PAYMENT');
  const waiting = isWaiting(state);
  switch (command.type) {
    case 'Submit': {
      const { reference, card } = command;
      if (state.reference !== null && state.reference !== reference) {
        throw new PaymentRejected('KEY_REUSED');
      }
      const news = state.reference === null || (state.card === null && card !== null);
      return news ? [{ type: 'PaymentSubmitted', data: { reference, card, at } }] : [];
    }
    case 'RequireAction':
      if (status !== 'CREATED') return [];
      return [{ type: 'PaymentActionRequired', data: { actionUrl: command.actionUrl, at } }];
    case 'Authorize':
      if (!waiting && !isOver(state)) return [];
      return [{ type: 'PaymentAuthorized', data: { amount: state.amount, at } }];
    case 'Decline': {
      if (status === 'DECLINED') return [];
      if (!waiting) throw new PaymentRejected('ALREADY_OVER');
      const { code, message } = command;
      return [{ type: 'PaymentDeclined', data: { code, message, at } }];
    }
    case 'Capture':
      if (waiting) throw new PaymentRejected('OUT_OF_TURN');
      return capture(command.key, command.amount, at, state);
    case 'Void':
      return letGo(state, at, 'PaymentVoided');
    case 'Expire':
      return letGo(state, at, 'PaymentExpired');
    case 'Refund':
      return refund(command, state);
    case 'SettleRefund':
    case 'FailRefund':
      return endRefund(command, state);
  }
}

export const paymentDecider: Decider<PaymentCommand, PaymentEvent, PaymentState> = {
  initial: noPayment,
  decide: decidePayment,
  evolve: evolvePayment,
};
