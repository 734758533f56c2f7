import type { Currency } from '@souk/contracts/money';
import type { Card } from './payment.ts';

/** RFC 3339, in UTC: events are kept as JSON. */
export type Instant = string;

/** Amounts are minor units of the payment's currency. */
export type PaymentEvent =
  | {
      type: 'PaymentCreated';
      data: {
        paymentId: string;
        orderId: string;
        customerId: string;
        amount: number;
        currency: Currency;
        at: Instant;
      };
    }
  /** By what name the provider knows it, and the card, as soon as that is known. */
  | { type: 'PaymentSubmitted'; data: { reference: string; card: Card | null; at: Instant } }
  | { type: 'PaymentActionRequired'; data: { actionUrl: string; at: Instant } }
  | { type: 'PaymentAuthorized'; data: { amount: number; at: Instant } }
  | { type: 'PaymentDeclined'; data: { code: string; message: string; at: Instant } }
  /** The key names what is paid for, so that the same thing is taken once. */
  | { type: 'PaymentCaptured'; data: { key: string; amount: number; at: Instant } }
  /** What is left of a hold of which a part was taken. */
  | { type: 'PaymentHoldReleased'; data: { amount: number; at: Instant } }
  | { type: 'PaymentVoided'; data: { amount: number; at: Instant } }
  | { type: 'PaymentExpired'; data: { amount: number; at: Instant } }
  | {
      type: 'RefundStarted';
      data: { refundId: string; amount: number; reason: string; at: Instant };
    }
  | { type: 'RefundSucceeded'; data: { refundId: string; amount: number; at: Instant } }
  | { type: 'RefundFailed'; data: { refundId: string; code: string; at: Instant } }
  /** The bank took back what the provider had said to have succeeded. */
  | {
      type: 'RefundReversed';
      data: { refundId: string; amount: number; code: string; at: Instant };
    };
