import { idFrom } from '@souk/platform/ids';
import { decideOrder, type OrderCommand } from '../domain/order-decide.ts';
import type { OrderEvent, Placement } from '../domain/order-events.ts';
import { OrderRejected } from '../domain/order-rejected.ts';
import { evolveOrder, noOrder, type OrderState } from '../domain/order-state.ts';
import { totals } from '../domain/totals.ts';
import type { OrderSeed } from './seed-records.ts';

type Parcel = NonNullable<OrderSeed['shipments']>[number];

/** What an order's record says, as the events that lead there; null where no order could come there. */
export function seededEvents(record: OrderSeed): OrderEvent[] | null {
  let state: OrderState = noOrder;
  const events: OrderEvent[] = [];
  try {
    for (const command of commandsOf(record)) {
      const fresh = decideOrder(command, state);
      state = fresh.reduce(evolveOrder, state);
      events.push(...fresh);
    }
  } catch (error) {
    if (error instanceof OrderRejected) return null;
    throw error;
  }
  return sameHistory(record, events) ? events : null;
}

function commandsOf(record: OrderSeed): OrderCommand[] {
  const commands = record.history.flatMap(({ status, at }): OrderCommand[] => {
    const step = stepTo(status, record);
    return step === null ? [] : [{ ...step, at: at.toISOString() } as OrderCommand];
  });
  const journeys = parcelsOf(record).flatMap(journeyOf);
  journeys.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  return [...commands, ...journeys];
}

type Status = OrderSeed['status'];

/** The command that brings an order to a status; null where its parcels do. */
function stepTo(status: Status, record: OrderSeed) {
  const { id, placedAt, paymentId, reason } = record;
  switch (status) {
    case 'PENDING':
      return { type: 'Place', placement: placementOf(record) };
    case 'STOCK_RESERVED':
      return { type: 'RecordReservation', reservationId: reservationOf(record) };
    case 'PAYMENT_AUTHORIZED':
      return {
        type: 'RecordAuthorization',
        paymentId: paymentId ?? idFrom(`payment ${id}`, placedAt),
      };
    case 'CONFIRMED':
      return { type: 'Confirm' };
    case 'REJECTED':
      return { type: 'Reject', reason: reason ?? 'card_declined' };
    case 'EXPIRED':
      return { type: 'Expire', reason: reason ?? 'AUTHORIZING_TIMED_OUT' };
    case 'CANCELLING':
      return { type: 'Cancel', reason: reason ?? 'CHANGED_MIND', by: 'CUSTOMER' };
    case 'CANCELLED':
      return { type: 'CompleteCancellation' };
    default:
      return null;
  }
}

const reservationOf = ({ id, placedAt }: OrderSeed) => idFrom(`reservation ${id}`, placedAt);

function placementOf(record: OrderSeed): Placement {
  const { id, lines, currency, discount, shipping } = record;
  const shares = totals(lines, currency, { discount, shipping }).lines;
  return {
    orderId: id,
    number: record.number,
    customerId: record.customerId,
    currency,
    lines: lines.map((line, index) => ({ ...line, payable: shares[index]?.payable ?? 0 })),
    subtotal: record.subtotal,
    discount,
    shipping,
    tax: record.tax,
    total: record.total,
    couponCode: null,
    shippingAddress: record.shippingAddress,
    shippingMethod: record.shippingMethod,
    paymentMethod: 'pm_card_visa',
    reservationId: reservationOf(record),
  };
}

/** Where nothing is said of the parcels of an order that was sent, it went in one. */
function parcelsOf({ id, lines, shipments, history }: OrderSeed): readonly Parcel[] {
  if (shipments !== null) return shipments;
  const reached = (status: Status) => history.find((each) => each.status === status)?.at ?? null;
  const takenAt = reached('SHIPPED');
  if (takenAt === null) return [];
  const items = lines.map(({ number, quantity }) => ({ number, quantity }));
  return [
    {
      shipmentId: idFrom(`shipment ${id}`, takenAt),
      items,
      takenAt,
      deliveredAt: reached('DELIVERED'),
    },
  ];
}

function journeyOf({ shipmentId, items, takenAt, deliveredAt }: Parcel): OrderCommand[] {
  const taken = { type: 'Ship', shipmentId, items, at: takenAt.toISOString() } as const;
  if (deliveredAt === null) return [taken];
  return [taken, { type: 'Deliver', shipmentId, at: deliveredAt.toISOString() }];
}

function sameHistory({ history }: OrderSeed, events: readonly OrderEvent[]): boolean {
  const reached: string[] = [];
  let state: OrderState = noOrder;
  for (const event of events) {
    const next = evolveOrder(state, event);
    if (next.status !== state.status) reached.push(`${next.status} ${event.data.at}`);
    state = next;
  }
  const told = history.map(({ status, at }) => `${status} ${at.toISOString()}`);
  return JSON.stringify(reached) === JSON.stringify(told);
}
