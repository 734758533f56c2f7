import type { Currency } from '@souk/contracts/money';
import type { Address } from './order.ts';

/** RFC 3339, in UTC: events are kept as JSON. */
export type Instant = string;

/** A line as it was agreed. `payable` is what all its units cost after discounts, minor units. */
export type PlacedLine = {
  number: number;
  productId: string;
  variantId: string;
  sku: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  payable: number;
  tax: number;
  weightGrams: number;
};

/** What was agreed when the order was placed; amounts are minor units, tax included. */
export type Placement = {
  orderId: string;
  number: string;
  customerId: string;
  currency: Currency;
  lines: readonly PlacedLine[];
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  total: number;
  couponCode: string | null;
  shippingAddress: Address;
  shippingMethod: string;
  /** The provider's token of the means of payment. */
  paymentMethod: string;
  /** Under which the stock is asked for: chosen here, so that asking twice reserves once. */
  reservationId: string;
};

export type ShippedItem = { number: number; quantity: number };

export type Actor = 'CUSTOMER' | 'STAFF' | 'SYSTEM';

export type OrderEvent =
  | { type: 'OrderPlaced'; data: Placement & { at: Instant } }
  | { type: 'OrderStockReserved'; data: { reservationId: string; at: Instant } }
  /** No payment id where there was nothing to pay. */
  | { type: 'OrderPaymentAuthorized'; data: { paymentId: string | null; at: Instant } }
  | { type: 'OrderConfirmed'; data: { at: Instant } }
  | {
      type: 'OrderItemsShipped';
      data: { shipmentId: string; items: readonly ShippedItem[]; at: Instant };
    }
  | { type: 'OrderShipmentDelivered'; data: { shipmentId: string; at: Instant } }
  | { type: 'OrderRefused'; data: { reason: string; at: Instant } }
  | { type: 'OrderExpired'; data: { reason: string; at: Instant } }
  | { type: 'OrderCancellationStarted'; data: { reason: string; by: Actor; at: Instant } }
  | { type: 'OrderCancelled'; data: { at: Instant } };
