import * as payments from '@souk/contracts/events/payments';
import * as products from '@souk/contracts/events/products';
import * as shipping from '@souk/contracts/events/shipping';
import { on, type Reaction } from '@souk/platform/consumer';
import type { CheckoutDetails } from '../app/checkout-store.ts';
import type { CheckoutInput } from '../domain/checkout-state.ts';

type Unstamped = CheckoutInput extends infer Input
  ? Input extends unknown
    ? Omit<Input, 'id' | 'at'>
    : never
  : never;

/** What messages lead to, in the transaction that remembers them. */
export type InboundVerbs<Tx> = {
  /** Tells the order's checkout. */
  advance: (
    tx: Tx,
    orderId: string,
    told: { input: CheckoutInput; details?: CheckoutDetails },
  ) => Promise<unknown>;
  /** False where the refund is of no return. */
  recordRefund: (tx: Tx, refundId: string, cause: { id: string; at: Date }) => Promise<boolean>;
};

/** What this service does about what the others tell it. */
export function reactions<Tx>(
  { advance, recordRefund }: InboundVerbs<Tx>,
  clock: () => Date,
): Reaction<Tx>[] {
  /** A message counts from when it is acted upon: holds and deadlines run by that clock. */
  const tell = async (
    tx: Tx,
    { id, data }: { id: string; data: { orderId: string } },
    input: Unstamped,
    details?: CheckoutDetails,
  ): Promise<void> => {
    const stamped = { ...input, id, at: clock().toISOString() } as CheckoutInput;
    await advance(tx, data.orderId, { input: stamped, ...(details && { details }) });
  };
  const { PaymentAuthorized, PaymentCaptured, RefundSucceeded } = payments;
  const { ShipmentDispatched, ShipmentDelivered } = shipping;
  const orderId = true;

  return [
    on(
      PaymentAuthorized.extend({
        data: PaymentAuthorized.shape.data.pick({ orderId, paymentId: true, amount: true }),
      }),
      (tx: Tx, event) => {
        const { paymentId, amount } = event.data;
        return tell(tx, event, { type: 'PaymentAuthorized', paymentId, amount });
      },
    ),
    on(payments.PaymentActionRequired, (tx: Tx, event) => {
      const { actionUrl } = event.data;
      return tell(tx, event, { type: 'PaymentActionRequired' }, { actionUrl });
    }),
    on(payments.PaymentDeclined, (tx: Tx, event) => {
      const { code, message } = event.data;
      return tell(tx, event, { type: 'PaymentDeclined', code }, { declined: { code, message } });
    }),
    on(payments.PaymentVoided, (tx: Tx, event) => tell(tx, event, { type: 'PaymentVoided' })),
    on(
      PaymentCaptured.extend({
        data: PaymentCaptured.shape.data.pick({ orderId, shipmentId: true, amount: true }),
      }),
      (tx: Tx, event) => {
        const { shipmentId, amount } = event.data;
        return tell(tx, event, { type: 'PaymentCaptured', shipmentId, amount });
      },
    ),
    on(
      RefundSucceeded.extend({
        data: RefundSucceeded.shape.data.pick({ orderId, refundId: true }),
      }),
      async (tx: Tx, event) => {
        const { refundId } = event.data;
        if (await recordRefund(tx, refundId, { id: event.id, at: clock() })) return;
        await tell(tx, event, { type: 'RefundSucceeded', refundId });
      },
    ),
    on(products.ReservationExpired, (tx: Tx, event) =>
      tell(tx, event, { type: 'ReservationExpired' }),
    ),
    on(
      ShipmentDispatched.extend({
        data: ShipmentDispatched.shape.data.pick({ orderId, shipmentId: true, items: true }),
      }),
      (tx: Tx, event) => {
        const { shipmentId } = event.data;
        const items = event.data.items.map(({ orderLineNumber: number, quantity }) => ({
          ...{ number, quantity },
        }));
        return tell(tx, event, { type: 'ShipmentDispatched', shipmentId, items });
      },
    ),
    on(
      ShipmentDelivered.extend({
        data: ShipmentDelivered.shape.data.pick({ orderId, shipmentId: true }),
      }),
      (tx: Tx, event) => {
        const { shipmentId } = event.data;
        return tell(tx, event, { type: 'ShipmentDelivered', shipmentId });
      },
    ),
    on(shipping.ShipmentCancelled, (tx: Tx, event) =>
      tell(tx, event, { type: 'ShipmentCancelled' }),
    ),
  ];
}
