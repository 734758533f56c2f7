import {
  anythingDispatched,
  everythingSettled,
  type Fulfilment,
  hasEnded,
  isOpen,
  type Parcel,
} from './fulfilment.ts';
import { evolveFulfilment, type FulfilmentEvent, type Scan } from './fulfilment-events.ts';
import { type Packing, pack } from './pack.ts';
import { nextStatuses, type ShipmentStatus } from './shipment.ts';
import { ShipmentRefused } from './shipment-refused.ts';

/** `scan` is what a person or a carrier said of it; by default it is told in our own words. */
type OnShipment = { shipmentId: string; scan?: Scan };

export type FulfilmentCommand =
  | (OnShipment & Packing & { type: 'Pack' })
  | (OnShipment & { type: 'Dispatch' | 'Deliver' | 'Return' | 'Cancel' })
  | (OnShipment & { type: 'Scan'; status: 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'EXCEPTION' })
  /** The customer's: granted only while nothing has left. */
  | { type: 'CancelUnlessDispatched' }
  /** The order has ended: whatever is here still stays here. */
  | { type: 'CancelRest' };

type Of<Type extends FulfilmentCommand['type']> = Extract<FulfilmentCommand, { type: Type }>;

const told = (en: string, ko: string): Scan => ({ location: null, description: { en, ko } });
const WORDS = {
  packed: told('The parcel is packed.', '상품을 포장했습니다.'),
  dispatched: told('The carrier has the parcel.', '택배사가 인수했습니다.'),
  scanned: told('The parcel is on its way.', '배송 중입니다.'),
  onTheVan: told('On the last mile.', '배송지로 이동 중입니다.'),
  delivered: told('The parcel has arrived.', '배송이 완료되었습니다.'),
  returned: told('The parcel has come back to us.', '상품이 반송되었습니다.'),
  cancelled: told('The parcel will not be sent.', '발송이 취소되었습니다.'),
} as const;

function requireWay({ status }: Parcel, to: ShipmentStatus): void {
  if (nextStatuses(status).includes(to)) return;
  throw new ShipmentRefused(status === 'CANCELLED' ? 'SHIPMENT_CANCELLED' : 'OUT_OF_TURN');
}

function dispatch(fulfilment: Fulfilment, parcel: Parcel, { scan }: OnShipment) {
  if (!isOpen(parcel) && !hasEnded(parcel)) return [];
  if (parcel.status === 'DELIVERED') return [];
  if (parcel.status !== 'LABEL_CREATED') requireWay(parcel, 'IN_TRANSIT');
  const event = {
    type: 'ShipmentDispatched',
    shipmentId: parcel.id,
    items: parcel.items,
    isLast: false,
    scan: scan ?? WORDS.dispatched,
  } as const;
  return [{ ...event, isLast: everythingSettled(evolveFulfilment(fulfilment, event)) }];
}

/** A carrier that does not tell of the last mile is taken to have been on it. */
function deliver({ parcels }: Fulfilment, parcel: Parcel, { scan }: OnShipment) {
  if (parcel.status === 'DELIVERED') return [];
  const shipmentId = parcel.id;
  const isLast = parcels.every((each) => each.id === shipmentId || hasEnded(each));
  const arrived = {
    ...({ type: 'ShipmentDelivered', shipmentId, isLast } as const),
    scan: scan ?? WORDS.delivered,
  };
  if (parcel.status === 'OUT_FOR_DELIVERY') return [arrived];
  requireWay(parcel, 'OUT_FOR_DELIVERY');
  const before = { type: 'ShipmentScanned', shipmentId, status: 'OUT_FOR_DELIVERY' } as const;
  return [{ ...before, scan: WORDS.onTheVan }, arrived];
}

const cancelOpen = ({ parcels }: Fulfilment, scan: Scan = WORDS.cancelled): FulfilmentEvent[] =>
  parcels
    .filter(isOpen)
    .map(({ id: shipmentId }) => ({ type: 'ShipmentCancelled', shipmentId, scan }));

/**
 * An order is sent whole, in however many parcels, or not at all: money is held for all of it. So
 * with one parcel its others are cancelled, and none once one has left.
 */
function cancel(fulfilment: Fulfilment, parcel: Parcel, { scan }: OnShipment): FulfilmentEvent[] {
  if (parcel.status === 'CANCELLED') return [];
  if (anythingDispatched(fulfilment)) throw new ShipmentRefused('ORDER_HAS_LEFT');
  return [...cancelOpen(fulfilment, scan), { type: 'FulfilmentCancelled' }];
}

function onParcel(
  fulfilment: Fulfilment,
  command: Exclude<FulfilmentCommand, Of<'CancelUnlessDispatched' | 'CancelRest'>>,
): FulfilmentEvent[] {
  const parcel = fulfilment.parcels.find(({ id }) => id === command.shipmentId);
  if (parcel === undefined) throw new TypeError(`${command.shipmentId} is none of its parcels`);
  const { id: shipmentId } = parcel;
  switch (command.type) {
    case 'Pack':
      return pack(fulfilment, parcel, command, command.scan ?? WORDS.packed);
    case 'Dispatch':
      return dispatch(fulfilment, parcel, command);
    case 'Deliver':
      return deliver(fulfilment, parcel, command);
    case 'Cancel':
      return cancel(fulfilment, parcel, command);
    case 'Return':
      if (parcel.status === 'RETURNED') return [];
      requireWay(parcel, 'RETURNED');
      return [{ type: 'ShipmentReturned', shipmentId, scan: command.scan ?? WORDS.returned }];
    case 'Scan': {
      const { status, scan = WORDS.scanned } = command;
      if (isOpen(parcel)) throw new ShipmentRefused('OUT_OF_TURN');
      requireWay(parcel, status);
      return [{ type: 'ShipmentScanned', shipmentId, status, scan }];
    }
  }
}

/** Repeating a command is no error and makes nothing happen. Throws ShipmentRefused. */
export function decideFulfilment(
  command: FulfilmentCommand,
  fulfilment: Fulfilment,
): FulfilmentEvent[] {
  if (command.type !== 'CancelUnlessDispatched' && command.type !== 'CancelRest') {
    return onParcel(fulfilment, command);
  }
  const off: FulfilmentEvent = { type: 'FulfilmentCancelled' };
  if (command.type === 'CancelUnlessDispatched') {
    return anythingDispatched(fulfilment) ? [] : [...cancelOpen(fulfilment), off];
  }
  const cancelled = cancelOpen(fulfilment);
  return cancelled.length === 0 || anythingDispatched(fulfilment) ? cancelled : [...cancelled, off];
}
