import type { Placement, ShippedItem } from './order-events.ts';
import { type OrderState, shippedOf } from './order-state.ts';

/**
 * What to take for a shipment, minor units: the part of each line that it carries, and with the
 * first shipment the delivery. Rounded so that the shipments of an order sum to its total exactly,
 * in whatever parts and sequence it leaves. `before` is the order without this shipment.
 */
export function captureShare(
  placement: Placement,
  before: Pick<OrderState, 'shipments'>,
  items: readonly ShippedItem[],
): number {
  const delivery = Object.keys(before.shipments).length === 0 ? placement.shipping : 0;
  return placement.lines.reduce((total, line) => {
    const gone = shippedOf(before, line.number);
    const leaving = items
      .filter(({ number }) => number === line.number)
      .reduce((units, { quantity }) => units + quantity, 0);
    const upTo = (units: number) => Math.floor((line.payable * units) / line.quantity);
    return total + upTo(gone + leaving) - upTo(gone);
  }, delivery);
}
