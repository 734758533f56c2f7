import type { Fulfilment, Item, Parcel } from './fulfilment.ts';
import type { Localised } from './localised.ts';
import type { ShipmentStatus } from './shipment.ts';

/** What the customer reads of an event. */
export type Scan = { location: string | null; description: Localised };

type OfShipment = { shipmentId: string };

/** An event that stands in the shipment's story and brings it to a state. */
export type TrackedEvent = OfShipment & { scan: Scan } & (
    | { type: 'ShipmentPacked'; trackingNumber: string }
    | { type: 'ShipmentDispatched'; items: readonly Item[]; isLast: boolean }
    | { type: 'ShipmentScanned'; status: 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'EXCEPTION' }
    | { type: 'ShipmentDelivered'; isLast: boolean }
    | { type: 'ShipmentReturned' }
    | { type: 'ShipmentCancelled' }
  );

export type FulfilmentEvent =
  | TrackedEvent
  | (OfShipment & { type: 'ShipmentCreated' })
  /** A part stays; the rest becomes a shipment of its own. */
  | (OfShipment & {
      type: 'ShipmentDivided';
      items: readonly Item[];
      weightGrams: number;
      rest: { id: string; items: readonly Item[]; weightGrams: number };
    })
  /** Nothing of the order has left, and nothing will. */
  | { type: 'FulfilmentCancelled' };

/** The state that an event brings its shipment to. */
export function statusAfter(event: TrackedEvent): ShipmentStatus {
  switch (event.type) {
    case 'ShipmentPacked':
      return 'LABEL_CREATED';
    case 'ShipmentDispatched':
      return 'IN_TRANSIT';
    case 'ShipmentScanned':
      return event.status;
    case 'ShipmentDelivered':
      return 'DELIVERED';
    case 'ShipmentReturned':
      return 'RETURNED';
    case 'ShipmentCancelled':
      return 'CANCELLED';
  }
}

export const isTracked = (event: FulfilmentEvent): event is TrackedEvent => 'scan' in event;

const changed = (
  fulfilment: Fulfilment,
  id: string,
  change: (parcel: Parcel) => Parcel[],
): Fulfilment => ({
  ...fulfilment,
  parcels: fulfilment.parcels.flatMap((parcel) => (parcel.id === id ? change(parcel) : [parcel])),
});

function tracked(fulfilment: Fulfilment, event: TrackedEvent): Fulfilment {
  const status = statusAfter(event);
  const number = event.type === 'ShipmentPacked' ? event.trackingNumber : null;
  return changed(fulfilment, event.shipmentId, (parcel) => [
    {
      ...parcel,
      status,
      version: parcel.version + 1,
      trackingNumber: number ?? parcel.trackingNumber,
    },
  ]);
}

function counted(
  fulfilment: Fulfilment,
  what: 'dispatched' | 'cancelled',
  items: readonly Item[],
): Fulfilment {
  const lines = fulfilment.lines.map((line) => {
    const item = items.find(({ orderLineNumber }) => orderLineNumber === line.number);
    return item === undefined ? line : { ...line, [what]: line[what] + item.quantity };
  });
  return { ...fulfilment, lines };
}

export const itemsOf = ({ parcels }: Fulfilment, shipmentId: string): readonly Item[] =>
  parcels.find(({ id }) => id === shipmentId)?.items ?? [];

/** What happened, happened: never refuses. A creation is there before its event is. */
export function evolveFulfilment(before: Fulfilment, event: FulfilmentEvent): Fulfilment {
  switch (event.type) {
    case 'ShipmentCreated':
    case 'FulfilmentCancelled':
      return before;
    case 'ShipmentDivided': {
      const { items, weightGrams, rest } = event;
      return changed(before, event.shipmentId, (parcel) => [
        { ...parcel, items, weightGrams },
        { ...parcel, ...rest, status: 'PENDING', trackingNumber: null, version: 0 },
      ]);
    }
    case 'ShipmentDispatched':
      return counted(tracked(before, event), 'dispatched', event.items);
    case 'ShipmentCancelled':
      return counted(tracked(before, event), 'cancelled', itemsOf(before, event.shipmentId));
    default:
      return tracked(before, event);
  }
}
