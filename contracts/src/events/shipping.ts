import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { Id, Quantity } from './parts.ts';

const ofShipment = { shipmentId: Id, orderId: Id };

export const ShipmentCreated = defineEvent(
  'souk.shipping.shipment-created.v1',
  z.object(ofShipment),
);

/** The carrier has these items; `isLast` where nothing of the order is left to send. */
export const ShipmentDispatched = defineEvent(
  'souk.shipping.shipment-dispatched.v1',
  z.object({
    ...ofShipment,
    items: z.array(z.object({ orderLineNumber: z.int().positive(), quantity: Quantity })).min(1),
    isLast: z.boolean(),
  }),
);

export const ShipmentDelivered = defineEvent(
  'souk.shipping.shipment-delivered.v1',
  z.object({ ...ofShipment, isLast: z.boolean() }),
);

/** The carrier brought the parcel back. */
export const ShipmentReturned = defineEvent(
  'souk.shipping.shipment-returned.v1',
  z.object(ofShipment),
);

/** Nothing of the order has left, and nothing will. */
export const ShipmentCancelled = defineEvent(
  'souk.shipping.shipment-cancelled.v1',
  z.object({ orderId: Id }),
);
