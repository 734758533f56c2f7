import { type CheckoutOutcome, type CheckoutState, noCheckout } from './checkout-state.ts';
import type { OrderStatus } from './order.ts';
import { allShipped, type OrderState } from './order-state.ts';

const ENDS: Readonly<Partial<Record<OrderStatus, CheckoutOutcome>>> = {
  SHIPPED: 'SHIPPED',
  DELIVERED: 'SHIPPED',
  REJECTED: 'REJECTED',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
};

/**
 * The process of an order that came into being without one, as demo orders do: one that is on its
 * way is fulfilled from where it stands, and what was paid for it counts as taken.
 */
export function adoptedCheckout(order: OrderState): CheckoutState {
  const { status, shipments, reason, placement } = order;
  const ended = status === null ? undefined : ENDS[status];
  if (status === null || placement === null) return noCheckout;
  if (ended !== undefined) return { ...noCheckout, step: 'ENDED', outcome: ended, reason };
  if (!order.confirmed) {
    return { ...noCheckout, step: 'AUTHORIZING', stock: 'HELD', payment: 'REQUESTED', reason };
  }
  const captures = Object.fromEntries(
    Object.keys(shipments).map((id) => [id, { amount: 0, done: true }]),
  );
  return {
    ...noCheckout,
    step: status === 'CANCELLING' ? 'RECALLING' : allShipped(order) ? 'ENDED' : 'FULFILLING',
    stock: 'COMMITTED',
    payment: 'AUTHORIZED',
    captures,
    reason,
  };
}
