import {
  type Fulfilment,
  type Item,
  isOpen,
  type Parcel,
  unitsOf,
  weightOf,
} from './fulfilment.ts';
import type { FulfilmentEvent, Scan } from './fulfilment-events.ts';
import { ShipmentRefused } from './shipment-refused.ts';
import { trackingNumberOf } from './tracking-number.ts';

/**
 * `items` null packs all of it; otherwise the rest becomes the shipment `restId`. Without a tracking
 * number one is made of `serial`, an id like no other: another attempt gets another number.
 */
export type Packing = {
  items: readonly Item[] | null;
  trackingNumber: string | null;
  restId: string;
  serial: string;
};

/** An order's shipments are listed in one page. */
export const MAX_SHIPMENTS = 100;

/** What stays behind when these are taken out. Throws NOT_IN_SHIPMENT. */
function without(all: readonly Item[], taken: readonly Item[]): Item[] {
  const numbers = new Set(taken.map(({ orderLineNumber }) => orderLineNumber));
  const fits = taken.every(
    ({ orderLineNumber, quantity }) => quantity >= 1 && quantity <= unitsOf(all, orderLineNumber),
  );
  if (taken.length === 0 || numbers.size < taken.length || !fits) {
    throw new ShipmentRefused('NOT_IN_SHIPMENT');
  }
  return all
    .map(({ orderLineNumber, quantity }) => ({
      orderLineNumber,
      quantity: quantity - unitsOf(taken, orderLineNumber),
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** Packed the same way before. */
const isSame = (parcel: Parcel, { items, trackingNumber }: Packing): boolean =>
  (trackingNumber === null || trackingNumber === parcel.trackingNumber) &&
  (items === null || without(parcel.items, items).length === 0);

/** Puts all of a shipment in a box, or a part of it. Throws ShipmentRefused. */
export function pack(
  fulfilment: Fulfilment,
  parcel: Parcel,
  packing: Packing,
  scan: Scan,
): FulfilmentEvent[] {
  const { id: shipmentId, status } = parcel;
  if (status === 'CANCELLED') throw new ShipmentRefused('SHIPMENT_CANCELLED');
  if (status === 'LABEL_CREATED' && isSame(parcel, packing)) return [];
  if (!isOpen(parcel) || status !== 'PENDING') throw new ShipmentRefused('OUT_OF_TURN');
  const trackingNumber =
    packing.trackingNumber ??
    parcel.trackingNumber ??
    trackingNumberOf(parcel.carrier, packing.serial);
  const packed: FulfilmentEvent = { type: 'ShipmentPacked', shipmentId, trackingNumber, scan };
  const rest = packing.items === null ? [] : without(parcel.items, packing.items);
  if (packing.items === null || rest.length === 0) return [packed];
  if (fulfilment.parcels.length >= MAX_SHIPMENTS) throw new ShipmentRefused('TOO_MANY_SHIPMENTS');
  const weightGrams = Math.min(parcel.weightGrams, weightOf(fulfilment.lines, packing.items));
  const { restId: id } = packing;
  return [
    {
      ...{ type: 'ShipmentDivided', shipmentId, items: packing.items, weightGrams },
      rest: { id, items: rest, weightGrams: Math.max(1, parcel.weightGrams - weightGrams) },
    },
    { type: 'ShipmentCreated', shipmentId: id },
    packed,
  ];
}
