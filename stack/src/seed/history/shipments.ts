import { idOf } from '../ids.ts';
import type { Random } from '../random.ts';
import { hash32 } from '../random.ts';
import type { OrderLineRecord, ShipmentRecord, ShipmentStatus } from '../records.ts';
import { DAY, HOUR, instant, NOW, SECOND } from './calendar.ts';
import { journey } from './journey.ts';
import type { Sale } from './sales.ts';

type Parcel = { items: ShipmentRecord['items']; status: ShipmentStatus };

const all = (lines: readonly OrderLineRecord[]): Parcel['items'] =>
  lines.map(({ number, quantity }) => ({ orderLineNumber: number, quantity }));

/** Which goods went into which parcel, and how far each has come. */
function parcelsOf({ plan, lines }: Sale, random: Random): Parcel[] {
  const whole = (status: ShipmentStatus): Parcel[] => [{ items: all(lines), status }];
  switch (plan.outcome) {
    case 'confirmed':
      return whole('PENDING');
    case 'packed':
      return whole('LABEL_CREATED');
    case 'in-transit':
      return whole('IN_TRANSIT');
    case 'on-the-van':
      return whole('OUT_FOR_DELIVERY');
    case 'partly-shipped':
      return [
        { items: all(lines.slice(0, 1)), status: 'DELIVERED' },
        { items: [{ orderLineNumber: 2, quantity: 1 }], status: 'IN_TRANSIT' },
        {
          items: [{ orderLineNumber: 2, quantity: 1 }, ...all(lines.slice(2))],
          status: 'PENDING',
        },
      ];
    case 'delivered':
    case 'refunded':
    case 'partly-refunded':
      if (lines.length < 3 || random.chance(0.6)) return whole('DELIVERED');
      return [lines.slice(0, 2), lines.slice(2)].map((part) => ({
        items: all(part),
        status: 'DELIVERED' as const,
      }));
    default:
      return [];
  }
}

/** What a parcel is before anybody has touched it. */
function unpacked({ orderId, number, plan, rate, address, lines, placedAt }: Sale, parcel: Parcel) {
  const grams = parcel.items.map(({ orderLineNumber, quantity }) => {
    const line = lines.find((each) => each.number === orderLineNumber);
    return quantity * (line?.weightGrams ?? 0);
  });
  return {
    ...{ kind: 'shipment' as const, orderId, orderNumber: number, customerId: plan.customer.id },
    ...{ carrier: rate.carrier, method: rate.method, address, ...parcel },
    ...{ trackingNumber: null, events: [], createdAt: instant(placedAt + 10 * SECOND) },
    weightGrams: grams.reduce((sum, each) => sum + each, 0),
  };
}

/** The parcels of a sale, in the order in which they left; what is still to be packed comes last. */
export function shipmentsOf(sale: Sale, random: Random): ShipmentRecord[] {
  const { orderId, rate, address } = sale;
  return parcelsOf(sale, random).map((parcel, index) => {
    const { status } = parcel;
    const name = `${orderId} ${index + 1}`;
    const pending = unpacked(sale, parcel);
    if (status === 'PENDING') {
      return { ...pending, id: idOf(`shipment ${name}`, Date.parse(pending.createdAt)) };
    }
    const packedAt = sale.placedAt + random.whole(4, 19) * HOUR + index * DAY;
    const days = random.whole(rate.minDays, rate.maxDays);
    const arrivesAt =
      status === 'DELIVERED'
        ? Math.min(packedAt + 3 * HOUR + days * DAY, NOW - random.whole(14, 20) * HOUR)
        : NOW - random.whole(1, 5) * HOUR;
    return {
      ...pending,
      id: idOf(`shipment ${name}`, packedAt),
      trackingNumber: trackingNumber(rate.carrier, name),
      createdAt: instant(packedAt),
      events: journey({ address, status, packedAt, arrivesAt }),
    };
  });
}

/** Two letters of the carrier and twelve digits. */
function trackingNumber(carrier: string, name: string): string {
  const digits = String(hash32(`tracking ${name}`)).padStart(10, '0');
  const check = String(hash32(digits) % 100).padStart(2, '0');
  return `${carrier.slice(0, 2).toUpperCase()}${digits}${check}`;
}

/** When the carrier took the parcel, if it has. */
export const takenAt = ({ events }: ShipmentRecord): string | undefined =>
  events.find(({ status }) => status === 'IN_TRANSIT')?.at;

export const deliveredAt = ({ events }: ShipmentRecord): string | undefined =>
  events.find(({ status }) => status === 'DELIVERED')?.at;
