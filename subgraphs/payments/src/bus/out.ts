import { newEvent } from '@souk/contracts/envelope';
import {
  PaymentActionRequired,
  PaymentAuthorized,
  PaymentCaptured,
  PaymentDeclined,
  PaymentVoided,
  RefundFailed,
  RefundSucceeded,
} from '@souk/contracts/events/payments';
import type { Currency } from '@souk/contracts/money';
import { toMessage } from '@souk/platform/consumer';
import { isId } from '@souk/platform/ids';
import { traceparent } from '@souk/platform/trace';
import type { Answer, Loaded } from '../app/payment-unit.ts';
import type { Origin, Telling } from '../app/telling.ts';
import type { PaymentEvent } from '../domain/payment-events.ts';

const REFUND_FAILED = 'The provider could not give the money back.';

/** Everything about an order stays in sequence: its id is the key. */
const about = (orderId: string, origin: Origin) => ({
  ...origin,
  subject: orderId,
  correlationid: orderId,
  traceparent: traceparent(),
});

function fact({ paymentId, state }: Loaded, event: PaymentEvent, origin: Origin) {
  const { orderId } = state;
  const currency = state.currency as Currency;
  const payment = { orderId, paymentId };
  const envelope = about(orderId, origin);
  switch (event.type) {
    case 'PaymentAuthorized': {
      const { amount } = event.data;
      return newEvent(PaymentAuthorized, { ...envelope, data: { ...payment, amount, currency } });
    }
    case 'PaymentActionRequired': {
      const { actionUrl } = event.data;
      return newEvent(PaymentActionRequired, { ...envelope, data: { ...payment, actionUrl } });
    }
    case 'PaymentDeclined': {
      const { code, message } = event.data;
      return newEvent(PaymentDeclined, { ...envelope, data: { ...payment, code, message } });
    }
    case 'PaymentVoided':
    case 'PaymentExpired':
      return newEvent(PaymentVoided, { ...envelope, data: payment });
    case 'PaymentCaptured': {
      const { key, amount } = event.data;
      const shipmentId = isId(key) ? key : null;
      const data = { ...payment, amount, currency, shipmentId };
      return newEvent(PaymentCaptured, { ...envelope, data });
    }
    case 'RefundSucceeded': {
      const { refundId, amount } = event.data;
      const data = { orderId, refundId, amount, currency };
      return newEvent(RefundSucceeded, { ...envelope, data });
    }
    case 'RefundFailed':
    case 'RefundReversed': {
      const { refundId, code } = event.data;
      const data = { orderId, refundId, code, message: REFUND_FAILED };
      return newEvent(RefundFailed, { ...envelope, data });
    }
    case 'PaymentCreated':
    case 'PaymentSubmitted':
    case 'PaymentHoldReleased':
    case 'RefundStarted':
      return null;
  }
}

function reply(loaded: Loaded | null, answer: Answer, origin: Origin) {
  const { orderId } = answer;
  const envelope = about(orderId, origin);
  const paymentId = loaded?.paymentId ?? null;
  if (answer.type === 'VOIDED') {
    return newEvent(PaymentVoided, { ...envelope, data: { orderId, paymentId } });
  }
  if (answer.type === 'REFUND_FAILED') {
    const { refundId, code } = answer;
    const data = { orderId, refundId, code, message: REFUND_FAILED };
    return newEvent(RefundFailed, { ...envelope, data });
  }
  const { state } = loaded ?? {};
  const currency = state?.currency as Currency;
  if (answer.type === 'CAPTURED') {
    const { shipmentId } = answer;
    const amount = state?.captures[shipmentId] ?? 0;
    const data = { orderId, paymentId: paymentId ?? '', amount, currency, shipmentId };
    return newEvent(PaymentCaptured, { ...envelope, data });
  }
  const { refundId } = answer;
  const amount = state?.refunds[refundId]?.amount ?? 0;
  return newEvent(RefundSucceeded, { ...envelope, data: { orderId, refundId, amount, currency } });
}

/** Domain events and answers as integration events, for the outbox. */
export const telling: Telling = {
  ofEvent: (loaded, event, origin) => {
    const told = fact(loaded, event, origin);
    return told === null ? null : toMessage(told);
  },
  ofAnswer: (loaded, answer, origin) => toMessage(reply(loaded, answer, origin)),
};
