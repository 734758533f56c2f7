import type { OrderStatus } from './order.ts';
import type { OrderEvent, Placement, ShippedItem } from './order-events.ts';

type ShipmentState = { items: readonly ShippedItem[]; delivered: boolean };

/** What an order's history amounts to. Before it is placed there is no placement and no status. */
export type OrderState = {
  status: OrderStatus | null;
  placement: Placement | null;
  /** Whether it came past the pivot. */
  confirmed: boolean;
  paymentId: string | null;
  shipments: Readonly<Record<string, ShipmentState>>;
  reason: string | null;
  /** How many events led here. */
  version: number;
};

export const noOrder: OrderState = {
  status: null,
  placement: null,
  confirmed: false,
  paymentId: null,
  shipments: {},
  reason: null,
  version: 0,
};

/** Units of a line that have left, over all shipments. */
export const shippedOf = ({ shipments }: Pick<OrderState, 'shipments'>, number: number): number =>
  Object.values(shipments)
    .flatMap(({ items }) => items)
    .filter((item) => item.number === number)
    .reduce((total, { quantity }) => total + quantity, 0);

/** Whether every unit of the order has left. */
export const allShipped = (state: OrderState): boolean =>
  state.placement?.lines.every((line) => shippedOf(state, line.number) === line.quantity) ?? false;

const statusOfShipments = (state: OrderState): OrderStatus => {
  if (!allShipped(state)) return 'PARTIALLY_SHIPPED';
  return Object.values(state.shipments).every(({ delivered }) => delivered)
    ? 'DELIVERED'
    : 'SHIPPED';
};

function withShipment(state: OrderState, id: string, shipment: ShipmentState): OrderState {
  const next = { ...state, shipments: { ...state.shipments, [id]: shipment } };
  return { ...next, status: statusOfShipments(next) };
}

export function evolveOrder(before: OrderState, event: OrderEvent): OrderState {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'OrderPlaced': {
      const { at: _, ...placement } = event.data;
      return { ...state, status: 'PENDING', placement };
    }
    case 'OrderStockReserved':
      return { ...state, status: 'STOCK_RESERVED' };
    case 'OrderPaymentAuthorized':
      return { ...state, status: 'PAYMENT_AUTHORIZED', paymentId: event.data.paymentId };
    case 'OrderConfirmed':
      return { ...state, status: 'CONFIRMED', confirmed: true };
    case 'OrderItemsShipped': {
      const { shipmentId, items } = event.data;
      // A parcel that left before its cancellation arrived ends the cancellation.
      return withShipment({ ...state, reason: null }, shipmentId, { items, delivered: false });
    }
    case 'OrderShipmentDelivered': {
      const { shipmentId } = event.data;
      const items = state.shipments[shipmentId]?.items ?? [];
      return withShipment(state, shipmentId, { items, delivered: true });
    }
    case 'OrderRefused':
      return { ...state, status: 'REJECTED', reason: event.data.reason };
    case 'OrderExpired':
      return { ...state, status: 'EXPIRED', reason: event.data.reason };
    case 'OrderCancellationStarted':
      return { ...state, status: 'CANCELLING', reason: event.data.reason };
    case 'OrderCancelled':
      return { ...state, status: 'CANCELLED' };
  }
}
