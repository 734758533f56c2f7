import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { amountIn, Id } from './parts.ts';

const ofPayment = { orderId: Id, paymentId: Id };

/** The whole amount is held on the customer's card. */
export const PaymentAuthorized = defineEvent(
  'souk.payments.payment-authorized.v1',
  z.object({ ...ofPayment, ...amountIn }),
);

/** The customer must prove who they are (3-D Secure) at this address. */
export const PaymentActionRequired = defineEvent(
  'souk.payments.payment-action-required.v1',
  z.object({ ...ofPayment, actionUrl: z.url() }),
);

/** The card was refused; `message` is written for the customer. */
export const PaymentDeclined = defineEvent(
  'souk.payments.payment-declined.v1',
  z.object({ ...ofPayment, code: z.string(), message: z.string() }),
);

/** Nothing is held any more, and nothing will be; also the answer where nothing was requested yet. */
export const PaymentVoided = defineEvent(
  'souk.payments.payment-voided.v1',
  z.object({ orderId: Id, paymentId: Id.nullable() }),
);

/** A part of what was held is taken, for a shipment unless the provider took it unasked. */
export const PaymentCaptured = defineEvent(
  'souk.payments.payment-captured.v1',
  z.object({ ...ofPayment, ...amountIn, shipmentId: Id.nullable() }),
);

/** Money went back to the customer. */
export const RefundSucceeded = defineEvent(
  'souk.payments.refund-succeeded.v1',
  z.object({ orderId: Id, refundId: Id, ...amountIn }),
);

/** Money could not go back: somebody must look at it. */
export const RefundFailed = defineEvent(
  'souk.payments.refund-failed.v1',
  z.object({ orderId: Id, refundId: Id, code: z.string(), message: z.string() }),
);
