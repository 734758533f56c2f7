import type { Decider } from '@souk/platform/decider';
import type { OrderStatus } from './order.ts';
import type { Actor, Instant, OrderEvent, Placement, ShippedItem } from './order-events.ts';
import { OrderRejected } from './order-rejected.ts';
import { evolveOrder, noOrder, type OrderState, shippedOf } from './order-state.ts';

export type OrderCommand = { at: Instant } & (
  | { type: 'Place'; placement: Placement }
  | { type: 'RecordReservation'; reservationId: string }
  | { type: 'RecordAuthorization'; paymentId: string | null }
  | { type: 'Confirm' }
  | { type: 'Ship'; shipmentId: string; items: readonly ShippedItem[] }
  | { type: 'Deliver'; shipmentId: string }
  | { type: 'Reject'; reason: string }
  | { type: 'Expire'; reason: string }
  | { type: 'Cancel'; reason: string; by: Actor }
  | { type: 'CompleteCancellation' }
);

/** Before the pivot: the order can still fail without anybody having to give anything back. */
export const UNCONFIRMED: readonly OrderStatus[] = [
  'PENDING',
  'STOCK_RESERVED',
  'PAYMENT_AUTHORIZED',
];
export const CANCELLABLE: readonly OrderStatus[] = [...UNCONFIRMED, 'CONFIRMED'];

/** CANCELLING too: shipping may have handed the parcel over before it was told. */
const SHIPPABLE: readonly OrderStatus[] = ['CONFIRMED', 'PARTIALLY_SHIPPED', 'CANCELLING'];

const REACHED: readonly OrderStatus[] = [
  ...UNCONFIRMED,
  'CONFIRMED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
];

/** Whether an order on its way has come at least as far as `status`. */
const cameTo = (current: OrderStatus, status: OrderStatus) =>
  REACHED.indexOf(current) >= REACHED.indexOf(status);

function place(placement: Placement, at: Instant, state: OrderState): OrderEvent[] {
  if (state.placement !== null) {
    if (state.placement.orderId === placement.orderId) return [];
    throw new OrderRejected('ALREADY_PLACED');
  }
  if (placement.lines.length === 0) throw new OrderRejected('NOTHING_ORDERED');
  return [{ type: 'OrderPlaced', data: { ...placement, at } }];
}

/** One step on the straight way; taken before, it makes nothing happen. */
function step(current: OrderStatus, from: OrderStatus, event: OrderEvent): OrderEvent[] {
  if (current === from) return [event];
  if (cameTo(current, from)) return [];
  throw new OrderRejected('OUT_OF_TURN');
}

/** An end before the pivot; reached before, it makes nothing happen. */
function end(current: OrderStatus, to: OrderStatus, event: OrderEvent): OrderEvent[] {
  if (current === to) return [];
  if (!UNCONFIRMED.includes(current)) throw new OrderRejected('OUT_OF_TURN');
  return [event];
}

function ship(
  { shipmentId, items, at }: { shipmentId: string; items: readonly ShippedItem[]; at: Instant },
  state: OrderState,
  current: OrderStatus,
): OrderEvent[] {
  if (Object.hasOwn(state.shipments, shipmentId)) return [];
  if (!state.confirmed || !SHIPPABLE.includes(current)) throw new OrderRejected('NOT_SHIPPABLE');
  if (items.length === 0) throw new OrderRejected('NOT_IN_ORDER');
  for (const { number } of items) {
    const line = state.placement?.lines.find((each) => each.number === number);
    if (line === undefined) throw new OrderRejected('NOT_IN_ORDER');
    const same = items.filter((item) => item.number === number);
    const units = same.reduce((total, { quantity }) => total + quantity, 0);
    if (units < 1 || same.some(({ quantity }) => quantity < 1)) {
      throw new OrderRejected('NOT_IN_ORDER');
    }
    if (shippedOf(state, number) + units > line.quantity) {
      throw new OrderRejected('MORE_THAN_ORDERED');
    }
  }
  return [{ type: 'OrderItemsShipped', data: { shipmentId, items, at } }];
}

/** Repeating a command is no error and makes nothing happen. Throws OrderRejected. */
export function decideOrder(command: OrderCommand, state: OrderState): OrderEvent[] {
  const { at } = command;
  if (command.type === 'Place') return place(command.placement, at, state);
  const current = state.status;
  if (current === null) throw new OrderRejected('NO_SUCH_ORDER');
  switch (command.type) {
    case 'RecordReservation': {
      const data = { reservationId: command.reservationId, at };
      return step(current, 'PENDING', { type: 'OrderStockReserved', data });
    }
    case 'RecordAuthorization': {
      const data = { paymentId: command.paymentId, at };
      return step(current, 'STOCK_RESERVED', { type: 'OrderPaymentAuthorized', data });
    }
    case 'Confirm':
      return step(current, 'PAYMENT_AUTHORIZED', { type: 'OrderConfirmed', data: { at } });
    case 'Ship':
      return ship(command, state, current);
    case 'Deliver': {
      const shipment = state.shipments[command.shipmentId];
      if (shipment === undefined) throw new OrderRejected('NO_SUCH_SHIPMENT');
      if (shipment.delivered) return [];
      return [{ type: 'OrderShipmentDelivered', data: { shipmentId: command.shipmentId, at } }];
    }
    case 'Reject':
      return end(current, 'REJECTED', {
        type: 'OrderRefused',
        data: { reason: command.reason, at },
      });
    case 'Expire':
      return end(current, 'EXPIRED', {
        type: 'OrderExpired',
        data: { reason: command.reason, at },
      });
    case 'Cancel': {
      if (current === 'CANCELLING' || current === 'CANCELLED') return [];
      if (!CANCELLABLE.includes(current)) throw new OrderRejected('NOT_CANCELLABLE');
      const { reason, by } = command;
      return [{ type: 'OrderCancellationStarted', data: { reason, by, at } }];
    }
    case 'CompleteCancellation':
      if (current === 'CANCELLED') return [];
      if (current !== 'CANCELLING') throw new OrderRejected('OUT_OF_TURN');
      return [{ type: 'OrderCancelled', data: { at } }];
  }
}

export const orderDecider: Decider<OrderCommand, OrderEvent, OrderState> = {
  initial: noOrder,
  decide: decideOrder,
  evolve: evolveOrder,
};
