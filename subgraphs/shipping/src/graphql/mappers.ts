import type { StoredDeadLetter } from '@souk/platform/dead-letters';
import type { Localised } from '../domain/localised.ts';
import type { Offer } from '../domain/rate.ts';
import type { Shipment, ShipmentItem, TrackingEvent } from '../domain/shipment.ts';
import type { ShipmentRefusal } from '../domain/shipment-refused.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type ShipmentMapper = Shipment;
export type ShipmentItemMapper = ShipmentItem;
export type TrackingMapper = Shipment & { trackingNumber: string };
export type TrackingEventMapper = TrackingEvent;
export type ShipmentActionRefusedMapper = { code: ShipmentRefusal; shipmentId: string };
export type DeadLetterMapper = StoredDeadLetter;
export type ShippingOptionMapper = Offer;
export type ShippingZoneMapper = { code: string; name: Localised; countries: string[] };

/** Owned elsewhere: only the key is known here, and what the router or this service brings along. */
export type CartMapper = { id: string; weightGrams: number; currency: 'KRW' | 'USD' | 'EUR' };
export type OrderMapper = { id: string; number: string };
export type OrderLineMapper = { orderId: string; number: number };
