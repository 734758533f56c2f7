import { Instant } from '@souk/platform/instants';
import { z } from 'zod';
import { countryCode } from '../domain/country.ts';
import { SHIPPING_METHODS } from '../domain/rate.ts';
import { SHIPMENT_STATUSES } from '../domain/shipment.ts';

const Text = z.string().min(1).max(500);
const Localised = z.object({ en: Text, ko: Text });
const Grams = z.int().min(1);
const MinorUnits = z.int().min(0);
const Country = z.string().refine((code) => countryCode(code) === code, 'not an ISO 3166-1 code');

const ZoneRecord = z.object({
  kind: z.literal('zone'),
  code: z.string().min(1).max(40),
  name: Localised,
  countries: z.array(Country).min(1),
});

const RateRecord = z.object({
  kind: z.literal('rate'),
  id: z.uuid(),
  zoneCode: z.string(),
  method: z.enum(SHIPPING_METHODS),
  carrier: Text,
  name: Localised,
  maxWeightGrams: Grams,
  prices: z.object({ KRW: MinorUnits, USD: MinorUnits, EUR: MinorUnits }),
  minDays: z.int().min(0),
  maxDays: z.int().min(0),
});

const ShipmentRecord = z
  .object({
    kind: z.literal('shipment'),
    id: z.uuid(),
    orderId: z.uuid(),
    orderNumber: Text,
    customerId: z.uuid(),
    carrier: Text,
    trackingNumber: z.string().min(1).max(64).nullable(),
    status: z.enum(SHIPMENT_STATUSES),
    method: z.enum(SHIPPING_METHODS),
    address: z.object({
      recipient: Text,
      phone: Text,
      country: Country,
      postalCode: Text,
      region: Text,
      city: Text,
      line1: Text,
      line2: Text.nullable(),
    }),
    weightGrams: Grams,
    createdAt: Instant,
    items: z
      .array(z.object({ orderLineNumber: z.int().min(1), quantity: z.int().min(1) }))
      .min(1)
      .max(200),
    events: z
      .array(
        z.object({
          at: Instant,
          status: z.enum(SHIPMENT_STATUSES),
          location: Text.nullable(),
          description: Localised,
        }),
      )
      .max(100)
      .transform((events) =>
        events.toSorted((left, right) => left.at.getTime() - right.at.getTime()),
      ),
  })
  .refine(
    ({ status, events }) => (events.at(-1)?.status ?? status) === status,
    'the last event is not its status',
  );

/** What seed files tell of shipping: zones, their rates, and shipments. */
export const ShippingRecord = z.discriminatedUnion('kind', [
  ZoneRecord,
  RateRecord,
  ShipmentRecord,
]);

export type ZoneRecord = z.output<typeof ZoneRecord>;
export type RateRecord = z.output<typeof RateRecord>;
export type ShipmentRecord = z.output<typeof ShipmentRecord>;
