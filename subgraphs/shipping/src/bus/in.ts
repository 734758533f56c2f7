import {
  CancellationRequested,
  OrderCancelled,
  OrderConfirmed,
} from '@souk/contracts/events/orders';
import { on, type Reaction } from '@souk/platform/consumer';
import { z } from 'zod';
import { cancelRest, cancelUnlessDispatched, fulfilOrder } from '../app/fulfil.ts';
import type { FulfilmentUnit } from '../app/fulfilment-store.ts';
import { SHIPPING_METHODS } from '../domain/rate.ts';

const confirmed = OrderConfirmed.shape.data;
const Confirmed = OrderConfirmed.extend({
  data: confirmed.omit({ reservationId: true }).extend({
    shippingMethod: z.enum(SHIPPING_METHODS),
    lines: z
      .array(
        confirmed.shape.lines.element.pick({ number: true, quantity: true, weightGrams: true }),
      )
      .min(1),
  }),
});
const Called = CancellationRequested.extend({
  data: CancellationRequested.shape.data.pick({ orderId: true }),
});
const Over = OrderCancelled.extend({ data: OrderCancelled.shape.data.pick({ orderId: true }) });

/** What the news of orders makes this service do. */
export const reactions = <Tx>(
  unitIn: (tx: Tx) => FulfilmentUnit,
  clock: () => Date,
): Reaction<Tx>[] => [
  on(Confirmed, (tx: Tx, { id, data }) => fulfilOrder(unitIn(tx), data, { id, at: clock() })),
  on(Called, (tx: Tx, { id, data }) =>
    cancelUnlessDispatched(unitIn(tx), data.orderId, { id, at: clock() }),
  ),
  on(Over, (tx: Tx, { id, data }) => cancelRest(unitIn(tx), data.orderId, { id, at: clock() })),
];
