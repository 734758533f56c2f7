import * as orders from '@souk/contracts/events/orders';
import * as payments from '@souk/contracts/events/payments';
import * as products from '@souk/contracts/events/products';
import * as shipping from '@souk/contracts/events/shipping';
import type { Facts } from './facts.ts';

const typesOf = (schemas: readonly { shape: { type: { value: string } } }[]): string[] =>
  schemas.map((schema) => schema.shape.type.value);

/** What each reader must do something about; said once more here, so that it cannot be forgotten there. */
export const REACTIONS: Facts['reactions'] = {
  orders: typesOf([
    payments.PaymentAuthorized,
    payments.PaymentActionRequired,
    payments.PaymentDeclined,
    payments.PaymentVoided,
    payments.PaymentCaptured,
    payments.RefundSucceeded,
    products.ReservationExpired,
    shipping.ShipmentDispatched,
    shipping.ShipmentDelivered,
    shipping.ShipmentCancelled,
  ]),
  payments: typesOf([
    orders.PaymentRequested,
    orders.PaymentVoidRequested,
    orders.CaptureRequested,
    orders.RefundRequested,
  ]),
  products: typesOf([orders.OrderConfirmed, orders.OrderCancelled, orders.StockReturned]),
  shipping: typesOf([orders.OrderConfirmed, orders.CancellationRequested, orders.OrderCancelled]),
};
