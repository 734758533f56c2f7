import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Currency } from '../money.ts';
import { Address, amountIn, Id, Quantity } from './parts.ts';

/** To payments: hold this amount on the customer's card. The key makes a repetition harmless. */
export const PaymentRequested = defineEvent(
  'souk.orders.payment-requested.v1',
  z.object({
    orderId: Id,
    customerId: Id,
    ...amountIn,
    /** The provider's token of the means of payment; never a card number. */
    paymentMethod: z.string().min(1),
    idempotencyKey: z.string().min(1),
  }),
);

/** To payments: let go of whatever is held for the order, or will be. */
export const PaymentVoidRequested = defineEvent(
  'souk.orders.payment-void-requested.v1',
  z.object({ orderId: Id, reason: z.string() }),
);

/** To payments: take this part of what is held. Once per shipment. */
export const CaptureRequested = defineEvent(
  'souk.orders.capture-requested.v1',
  z.object({ orderId: Id, ...amountIn, shipmentId: Id }),
);

/** To payments: give back a part of what was taken. Once per refund. */
export const RefundRequested = defineEvent(
  'souk.orders.refund-requested.v1',
  z.object({ orderId: Id, refundId: Id, ...amountIn, reason: z.string() }),
);

/** To products: the reserved stock is sold. To shipping: create the shipment. */
export const OrderConfirmed = defineEvent(
  'souk.orders.order-confirmed.v1',
  z.object({
    orderId: Id,
    orderNumber: z.string(),
    customerId: Id,
    reservationId: Id,
    currency: Currency,
    lines: z
      .array(
        z.object({
          number: z.int().positive(),
          variantId: Id,
          sku: z.string(),
          quantity: Quantity,
          weightGrams: z.int().nonnegative(),
        }),
      )
      .min(1),
    shippingAddress: Address,
    shippingMethod: z.string(),
  }),
);

/** To shipping: cancel the shipments of the order unless one has left; answered by ShipmentCancelled. */
export const CancellationRequested = defineEvent(
  'souk.orders.cancellation-requested.v1',
  z.object({ orderId: Id, reason: z.string() }),
);

/** To products: release the reservation, also where its stock is committed. To shipping: it is over. */
export const OrderCancelled = defineEvent(
  'souk.orders.order-cancelled.v1',
  z.object({ orderId: Id, reservationId: Id.nullable(), reason: z.string() }),
);

/** To products: goods came back and can be sold again. */
export const StockReturned = defineEvent(
  'souk.orders.stock-returned.v1',
  z.object({
    orderId: Id,
    returnId: Id,
    lines: z
      .array(z.object({ number: z.int().positive(), variantId: Id, quantity: Quantity }))
      .min(1),
  }),
);
