import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LineShortage } from '../domain/reservation.ts';
import { instant } from './column-types.ts';
import { variants } from './tables.ts';

/** `variants.reserved` is the sum of the lines of those that are HELD. */
export const reservations = pgTable(
  'reservations',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull(),
    status: text('status', {
      enum: ['HELD', 'COMMITTED', 'RELEASED', 'EXPIRED', 'REFUSED'],
    }).notNull(),
    request: text('request'),
    shortages: jsonb('shortages').$type<LineShortage[]>(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('reservations_due').on(table.expiresAt).where(sql`${table.status} = 'HELD'`),
    check(
      'reservations_status_known',
      sql`${table.status} in ('HELD', 'COMMITTED', 'RELEASED', 'EXPIRED', 'REFUSED')`,
    ),
    check(
      'reservations_end_with_status',
      sql`(${table.status} = 'HELD') = (${table.endedAt} is null)`,
    ),
    check(
      'reservations_refused_for_shortages',
      sql`(${table.status} = 'REFUSED') = (${table.shortages} is not null)`,
    ),
    check(
      'reservations_asked_for',
      sql`${table.request} is not null or ${table.status} = 'RELEASED'`,
    ),
  ],
);

export const reservationLines = pgTable(
  'reservation_lines',
  {
    reservationId: uuid('reservation_id')
      .notNull()
      .references(() => reservations.id),
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reservationId, table.variantId] }),
    check('reservation_lines_quantity_positive', sql`${table.quantity} > 0`),
  ],
);

/** The stock of a variant is the sum of its movements. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    id: uuid('id').primaryKey(),
    variantId: uuid('variant_id')
      .notNull()
      .references(() => variants.id),
    delta: integer('delta').notNull(),
    quantityAfter: integer('quantity_after').notNull(),
    reason: text('reason', {
      enum: ['INITIAL', 'RECEIVED', 'SOLD', 'RETURNED', 'DAMAGED', 'COUNTED'],
    }).notNull(),
    note: text('note'),
    actorId: uuid('actor_id'),
    reservationId: uuid('reservation_id').references(() => reservations.id),
    returnId: uuid('return_id'),
    returnLine: integer('return_line'),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [
    uniqueIndex('stock_movements_once_for_reservation').on(
      table.reservationId,
      table.variantId,
      table.reason,
    ),
    uniqueIndex('stock_movements_once_for_return').on(table.returnId, table.returnLine),
    index('stock_movements_by_variant').on(table.variantId, table.movedAt, table.id),
    check('stock_movements_move', sql`${table.delta} <> 0`),
    check(
      'stock_movements_return_by_line',
      sql`(${table.returnId} is null) = (${table.returnLine} is null)`,
    ),
    check('stock_movements_quantity_not_negative', sql`${table.quantityAfter} >= 0`),
    check(
      'stock_movements_reason_known',
      sql`${table.reason} in ('INITIAL', 'RECEIVED', 'SOLD', 'RETURNED', 'DAMAGED', 'COUNTED')`,
    ),
  ],
);
