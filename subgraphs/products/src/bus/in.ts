import { OrderCancelled, OrderConfirmed, StockReturned } from '@souk/contracts/events/orders';
import { on, type Reaction } from '@souk/platform/consumer';
import { cancelled, confirmed, returned } from '../app/order-stock.ts';
import type { ReservationUnit } from '../app/reservation-unit.ts';

const Confirmed = OrderConfirmed.extend({
  data: OrderConfirmed.shape.data.pick({ reservationId: true }),
});
const Cancelled = OrderCancelled.extend({
  data: OrderCancelled.shape.data.pick({ orderId: true, reservationId: true }),
});
const Returned = StockReturned.extend({
  data: StockReturned.shape.data.pick({ returnId: true, lines: true }),
});

/** What happens to an order, as far as it concerns stock; each in the inbox's transaction. */
export function orderReactions<Tx>(
  unitIn: (tx: Tx) => ReservationUnit,
  clock: () => Date,
): Reaction<Tx>[] {
  const occasion = ({ id, correlationid }: { id: string; correlationid: string }) => ({
    cause: { correlationId: correlationid, causationId: id },
    at: clock(),
  });
  return [
    on(Confirmed, (tx: Tx, { data }) => confirmed(unitIn(tx), data.reservationId, clock())),
    on(Cancelled, async (tx: Tx, event) => {
      const { reservationId, orderId } = event.data;
      if (reservationId === null) return;
      await cancelled(unitIn(tx), { reservationId, orderId }, occasion(event));
    }),
    on(Returned, (tx: Tx, event) => returned(unitIn(tx), event.data, occasion(event))),
  ];
}
