import type { OrderEvent } from './order-events.ts';
import { evolveOrder, noOrder, type OrderState } from './order-state.ts';
import type { ReturnableOrder } from './return-decide.ts';

/** What the returns of an order, but rejected ones, already claim of a line. */
export type Claim = { number: number; quantity: number; refund: number };

function deliveredUnits({ shipments }: OrderState, number: number): number {
  return Object.values(shipments)
    .filter(({ delivered }) => delivered)
    .flatMap(({ items }) => items)
    .filter((item) => item.number === number)
    .reduce((units, { quantity }) => units + quantity, 0);
}

/** An order as its returns see it; null where it was never placed. */
export function returnableOrder(
  events: readonly OrderEvent[],
  claims: readonly Claim[],
): (ReturnableOrder & { customerId: string }) | null {
  const state = events.reduce(evolveOrder, noOrder);
  if (state.placement === null) return null;
  const { orderId, customerId, currency, lines } = state.placement;
  const lastArrival = events.findLast(({ type }) => type === 'OrderShipmentDelivered');
  const claimsOf = (number: number, what: 'quantity' | 'refund') =>
    claims.filter((each) => each.number === number).reduce((sum, each) => sum + each[what], 0);
  return {
    ...{ orderId, customerId, currency },
    lines: lines.map(({ number, variantId, quantity, payable }) => ({
      ...{ number, variantId, quantity, payable },
      delivered: deliveredUnits(state, number),
      claimed: claimsOf(number, 'quantity'),
      refunding: claimsOf(number, 'refund'),
    })),
    deliveredAt: state.status === 'DELIVERED' ? (lastArrival?.data.at ?? null) : null,
  };
}
