import { idOf } from '../ids.ts';
import type { Random } from '../random.ts';
import type { OrderRecord, OrderStatus, ShipmentRecord } from '../records.ts';
import { HOUR, instant, NOW, SECOND } from './calendar.ts';
import type { Sale } from './sales.ts';
import { deliveredAt, takenAt } from './shipments.ts';

type Step = { status: OrderStatus; at: string };

/** What checkout and dispatch did, oldest first. */
function historyOf(sale: Sale, shipments: readonly ShipmentRecord[], random: Random): Step[] {
  const { plan, placedAt } = sale;
  const at = (status: OrderStatus, milliseconds: number): Step => ({
    status,
    at: instant(milliseconds),
  });
  const reservedAt = placedAt + random.whole(120, 480);
  const paidAt = reservedAt + random.whole(900, 2_600);
  const begun = [at('PENDING', placedAt), at('STOCK_RESERVED', reservedAt)];
  if (plan.outcome === 'rejected') return [...begun, at('REJECTED', paidAt)];
  if (plan.outcome === 'expired') return [...begun, at('EXPIRED', placedAt + HOUR)];
  const bought = [
    ...begun,
    at('PAYMENT_AUTHORIZED', paidAt),
    at('CONFIRMED', paidAt + random.whole(30, 160)),
  ];
  if (plan.outcome !== 'cancelled') return [...bought, ...dispatched(sale, shipments)];
  const cancelledAt = Math.min(placedAt + random.whole(1, 9) * HOUR, NOW - HOUR);
  return [...bought, at('CANCELLING', cancelledAt), at('CANCELLED', cancelledAt + 2 * SECOND)];
}

function dispatched({ plan }: Sale, shipments: readonly ShipmentRecord[]): Step[] {
  const taken = shipments.map(takenAt).filter((at) => at !== undefined);
  const complete = plan.outcome !== 'partly-shipped';
  const steps = taken.map((at, index): Step => {
    const last = complete && index === taken.length - 1;
    return { status: last ? 'SHIPPED' : 'PARTIALLY_SHIPPED', at };
  });
  const arrived = shipments.map(deliveredAt).filter((at) => at !== undefined);
  const end = arrived.sort().at(-1);
  if (end !== undefined && complete && arrived.length === shipments.length) {
    steps.push({ status: 'DELIVERED', at: end });
  }
  return steps.filter(({ status }, index) => status !== steps[index - 1]?.status);
}

function reasonOf({ outcome, customer }: Sale['plan']): string | null {
  if (outcome === 'rejected') return 'card_declined';
  if (outcome === 'expired') return 'AUTHORIZING_TIMED_OUT';
  if (outcome !== 'cancelled') return null;
  return customer.locale === 'ko' ? '마음이 바뀌었습니다.' : 'I changed my mind.';
}

/** A parcel as its order knows it, once it has left. */
function parcelOf(shipment: ShipmentRecord): OrderRecord['shipments'] {
  const at = takenAt(shipment);
  if (at === undefined) return [];
  const items = shipment.items.map(({ orderLineNumber: number, quantity }) => ({
    ...{ number, quantity },
  }));
  return [
    { shipmentId: shipment.id, items, takenAt: at, deliveredAt: deliveredAt(shipment) ?? null },
  ];
}

export function orderOf(
  sale: Sale,
  shipments: readonly ShipmentRecord[],
  random: Random,
): OrderRecord {
  const history = historyOf(sale, shipments, random);
  const reservedAt = history[1]?.at ?? instant(sale.placedAt);
  return {
    kind: 'order',
    id: sale.orderId,
    number: sale.number,
    customerId: sale.plan.customer.id,
    status: history.at(-1)?.status ?? 'PENDING',
    currency: sale.currency,
    placedAt: instant(sale.placedAt),
    shippingAddress: sale.address,
    lines: sale.lines,
    subtotal: sale.subtotal,
    shipping: sale.rate.prices[sale.currency],
    discount: sale.discount,
    tax: sale.lines.reduce((sum, { tax }) => sum + tax, 0),
    total: sale.total,
    history,
    shippingMethod: sale.rate.method,
    paymentId: idOf(`payment ${sale.orderId}`, reservedAt),
    reason: reasonOf(sale.plan),
    shipments: shipments.flatMap(parcelOf),
  };
}
