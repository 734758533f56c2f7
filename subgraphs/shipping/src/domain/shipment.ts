import type { Localised } from './localised.ts';
import type { ShippingMethod } from './rate.ts';

export const SHIPMENT_STATUSES = [
  'PENDING',
  'LABEL_CREATED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'EXCEPTION',
  'RETURNED',
  'CANCELLED',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export type Address = {
  recipient: string;
  phone: string;
  country: string;
  postalCode: string;
  region: string;
  city: string;
  line1: string;
  line2: string | null;
};

/** `version` counts the tracking events; whoever writes says which version was read. */
export type Shipment = {
  id: string;
  orderId: string;
  orderNumber: string;
  customerId: string;
  status: ShipmentStatus;
  method: ShippingMethod;
  carrier: string;
  trackingNumber: string | null;
  address: Address;
  weightGrams: number;
  version: number;
  createdAt: Date;
};

export type ShipmentItem = {
  shipmentId: string;
  orderId: string;
  orderLineNumber: number;
  quantity: number;
};

export type TrackingEvent = {
  shipmentId: string;
  /** 1 is the first. */
  number: number;
  at: Date;
  status: ShipmentStatus;
  location: string | null;
  description: Localised;
};

/** A parcel is scanned more than once on its way, so that two states follow on themselves. */
const NEXT: Readonly<Record<ShipmentStatus, readonly ShipmentStatus[]>> = {
  PENDING: ['LABEL_CREATED', 'CANCELLED'],
  LABEL_CREATED: ['IN_TRANSIT', 'CANCELLED'],
  IN_TRANSIT: ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'EXCEPTION', 'RETURNED'],
  OUT_FOR_DELIVERY: ['DELIVERED', 'EXCEPTION'],
  EXCEPTION: ['EXCEPTION', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'RETURNED'],
  DELIVERED: [],
  RETURNED: [],
  CANCELLED: [],
};

/** The states that a shipment may come to from this one; none where its way has ended. */
export const nextStatuses = (status: ShipmentStatus): readonly ShipmentStatus[] => NEXT[status];

const LEFT: ReadonlySet<ShipmentStatus> = new Set([
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'EXCEPTION',
  'DELIVERED',
]);

/** Whether the goods have left the warehouse and have not come back. */
export const hasLeft = (status: ShipmentStatus): boolean => LEFT.has(status);

/** Why a shipment cannot come to this state, in a sentence; null where it can. */
export function refusal(
  shipment: Pick<Shipment, 'status' | 'trackingNumber'>,
  wanted: { status: ShipmentStatus; trackingNumber: string | null },
): string | null {
  const allowed = nextStatuses(shipment.status);
  if (allowed.length === 0) return `A shipment that is ${shipment.status} has ended its way.`;
  if (!allowed.includes(wanted.status)) {
    return `A shipment that is ${shipment.status} cannot become ${wanted.status}, only ${allowed.join(' or ')}.`;
  }
  const { trackingNumber } = shipment;
  if (wanted.trackingNumber !== null && trackingNumber !== null) {
    return wanted.trackingNumber === trackingNumber
      ? null
      : 'This shipment has another tracking number already.';
  }
  const known = wanted.trackingNumber ?? trackingNumber;
  if (known === null && wanted.status !== 'CANCELLED') return 'A label needs a tracking number.';
  return null;
}
