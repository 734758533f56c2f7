import { type SQL, sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Localised } from '../domain/localised.ts';
import { SHIPPING_METHODS, type ShippingMethod } from '../domain/rate.ts';
import { type Address, SHIPMENT_STATUSES, type ShipmentStatus } from '../domain/shipment.ts';
import { fulfilments } from './fulfilment-tables.ts';

const oneOf = (values: readonly string[]): SQL =>
  sql.raw(`(${values.map((value) => `'${value}'`).join(', ')})`);
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const bothLanguages = (column: PgColumn) =>
  sql`coalesce(length(${column}->>'en') > 0 and length(${column}->>'ko') > 0, false)`;

export const zones = pgTable(
  'zones',
  { code: text('code').primaryKey(), name: jsonb('name').$type<Localised>().notNull() },
  (table) => [check('zones_name', bothLanguages(table.name))],
);

export const zoneCountries = pgTable(
  'zone_countries',
  {
    country: text('country').primaryKey(),
    zoneCode: text('zone_code')
      .notNull()
      .references(() => zones.code),
  },
  (table) => [check('zone_countries_code', sql`${table.country} ~ '^[A-Z]{2}$'`)],
);

export const rates = pgTable(
  'rates',
  {
    id: uuid('id').primaryKey(),
    zoneCode: text('zone_code')
      .notNull()
      .references(() => zones.code),
    method: text('method').$type<ShippingMethod>().notNull(),
    carrier: text('carrier').notNull(),
    name: jsonb('name').$type<Localised>().notNull(),
    maxWeightGrams: integer('max_weight_grams').notNull(),
    priceKrw: integer('price_krw').notNull(),
    priceUsd: integer('price_usd').notNull(),
    priceEur: integer('price_eur').notNull(),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
  },
  (table) => [
    unique('rates_one_a_bracket').on(
      table.zoneCode,
      table.method,
      table.carrier,
      table.maxWeightGrams,
    ),
    check('rates_method', sql`${table.method} in ${oneOf(SHIPPING_METHODS)}`),
    check('rates_name', bothLanguages(table.name)),
    check('rates_weight', sql`${table.maxWeightGrams} > 0`),
    check('rates_prices', sql`least(${table.priceKrw}, ${table.priceUsd}, ${table.priceEur}) >= 0`),
    check('rates_days', sql`${table.minDays} >= 0 and ${table.maxDays} >= ${table.minDays}`),
  ],
);

export const shipments = pgTable(
  'shipments',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => fulfilments.orderId),
    orderNumber: text('order_number').notNull(),
    customerId: uuid('customer_id').notNull(),
    status: text('status').$type<ShipmentStatus>().notNull(),
    method: text('method').$type<ShippingMethod>().notNull(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number'),
    address: jsonb('address').$type<Address>().notNull(),
    weightGrams: integer('weight_grams').notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('shipments_tracking_number').on(table.carrier, table.trackingNumber),
    index('shipments_by_tracking_number').on(table.trackingNumber),
    index('shipments_by_order').on(table.orderId, table.createdAt, table.id),
    index('shipments_newest').on(table.createdAt, table.id),
    index('shipments_by_status').on(table.status, table.createdAt, table.id),
    check('shipments_status', sql`${table.status} in ${oneOf(SHIPMENT_STATUSES)}`),
    check('shipments_method', sql`${table.method} in ${oneOf(SHIPPING_METHODS)}`),
    check('shipments_weight', sql`${table.weightGrams} > 0`),
    check('shipments_version', sql`${table.version} >= 0`),
    check(
      'shipments_labelled',
      sql`${table.status} in ('PENDING', 'CANCELLED') or ${table.trackingNumber} is not null`,
    ),
    check('shipments_number_not_empty', sql`length(${table.trackingNumber}) > 0`),
  ],
);

export const shipmentItems = pgTable(
  'shipment_items',
  {
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipments.id),
    orderLineNumber: integer('order_line_number').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'shipment_items_one_a_line',
      columns: [table.shipmentId, table.orderLineNumber],
    }),
    check('shipment_items_line', sql`${table.orderLineNumber} > 0`),
    check('shipment_items_quantity', sql`${table.quantity} > 0`),
  ],
);

export const trackingEvents = pgTable(
  'tracking_events',
  {
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipments.id),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    status: text('status').$type<ShipmentStatus>().notNull(),
    location: text('location'),
    description: jsonb('description').$type<Localised>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'tracking_events_in_order', columns: [table.shipmentId, table.number] }),
    check('tracking_events_number', sql`${table.number} > 0`),
    check('tracking_events_status', sql`${table.status} in ${oneOf(SHIPMENT_STATUSES)}`),
    check('tracking_events_description', bothLanguages(table.description)),
  ],
);
