import type { Currency } from '@souk/contracts/money';

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
  | { type: 'RefundFailed'; data: { refundId: string; code: string; at: Instant } };
