import { AppError } from '@souk/platform/errors';
import { z } from 'zod';
import type { ProductStatus } from './product.ts';
import { available } from './stock.ts';

/** HELD → COMMITTED | RELEASED | EXPIRED; REFUSED where there was too little to hold. */
export type ReservationStatus = 'HELD' | 'COMMITTED' | 'RELEASED' | 'EXPIRED' | 'REFUSED';

export type StockLine = { variantId: string; quantity: number };

export type LineShortage = {
  variantId: string;
  requested: number;
  available: number;
  reason: 'INSUFFICIENT_STOCK' | 'NOT_FOR_SALE';
};

export type Reservation = {
  id: string;
  orderId: string;
  status: ReservationStatus;
  /** What was asked for, in a canonical notation; null where a release came first. */
  request: string | null;
  lines: StockLine[];
  /** Empty unless refused. */
  shortages: LineShortage[];
  createdAt: Date;
  expiresAt: Date;
};

/** What is known of a variant while its product is locked. */
export type Shelf = {
  variantId: string;
  productId: string;
  productStatus: ProductStatus;
  stock: number;
  reserved: number;
};

const uuid = z.uuid().toLowerCase();

export const ReservationRequest = z.object({
  reservationId: uuid,
  orderId: uuid,
  lines: z
    .array(z.object({ variantId: uuid, quantity: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(100)
    .refine(
      (lines) => new Set(lines.map(({ variantId }) => variantId)).size === lines.length,
      'each variant must stand once',
    )
    .transform((lines) => lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))),
  ttlSeconds: z.int().min(1).max(86_400),
});
export type ReservationRequest = z.output<typeof ReservationRequest>;

/** The same for requests that mean the same. */
export const canonical = ({ orderId, lines, ttlSeconds }: ReservationRequest): string =>
  JSON.stringify([
    orderId,
    ttlSeconds,
    lines.map(({ variantId, quantity }) => `${variantId} ${quantity}`),
  ]);

/** A line for each that cannot be held; empty when all can. */
export function shortagesOf(lines: readonly StockLine[], shelves: readonly Shelf[]) {
  const known = new Map(shelves.map((shelf) => [shelf.variantId, shelf]));
  return lines.flatMap(({ variantId, quantity: requested }): LineShortage[] => {
    const shelf = known.get(variantId);
    if (shelf?.productStatus !== 'PUBLISHED') {
      return [{ variantId, requested, available: 0, reason: 'NOT_FOR_SALE' }];
    }
    const free = available(shelf);
    if (free >= requested) return [];
    return [{ variantId, requested, available: free, reason: 'INSUFFICIENT_STOCK' }];
  });
}

/**
 * What a repeated request is told: the reservation as it stands. Throws CONFLICT when the id was
 * used for something else, or when nothing is held under it any more.
 */
export function repeated(before: Reservation, request: ReservationRequest): Reservation {
  if (before.request !== null && before.request !== canonical(request)) {
    throw conflict(before, 'This id was used for another reservation.');
  }
  if (before.status === 'RELEASED' || before.status === 'EXPIRED') {
    throw conflict(before, `This reservation is ${before.status.toLowerCase()}; use a new id.`);
  }
  return before;
}

type Ending = Exclude<ReservationStatus, 'HELD' | 'REFUSED'>;

/**
 * Whether a reservation shall end so: false when it has done so already. Throws CONFLICT when it
 * ended otherwise. Releasing what expired, or was never held, changes nothing.
 */
export function ends(reservation: Reservation, how: Ending): boolean {
  const { status } = reservation;
  if (status === 'HELD') return true;
  if (status === how || (how === 'RELEASED' && status !== 'COMMITTED')) return false;
  throw conflict(reservation, `This reservation is ${status.toLowerCase()} already.`);
}

const conflict = ({ id, status }: Reservation, message: string) =>
  new AppError('CONFLICT', message, { reservationId: id, status });

/**
 * Whether a confirmed order takes its units out of stock now: not if it has, nor when the hold ran out
 * before, which the order has been told. Throws NOT_FOUND when nothing was held for it to confirm.
 */
export function sells({ id, status }: Reservation): boolean {
  if (status === 'HELD') return true;
  if (status === 'COMMITTED' || status === 'EXPIRED') return false;
  throw new AppError('NOT_FOUND', 'Nothing is held for the order that was confirmed.', {
    reservationId: id,
    status,
  });
}

/** Units of each variant in lines, which may name one twice. */
export function unitsOf(lines: readonly StockLine[]): StockLine[] {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  }
  return [...units].map(([variantId, quantity]) => ({ variantId, quantity }));
}

/** What can be sold of a variant, before a change and after it. */
export type Level = { variantId: string; productId: string; before: number; after: number };

/** Levels of the shelves when so many units are held (1), or freed (-1). */
export function levelsOf(
  shelves: readonly Shelf[],
  change: readonly StockLine[],
  sign: 1 | -1,
): Level[] {
  const units = new Map(change.map(({ variantId, quantity }) => [variantId, quantity]));
  return shelves.map(({ variantId, productId, ...shelf }) => {
    const before = available(shelf);
    const after = before - sign * (units.get(variantId) ?? 0);
    return { variantId, productId, before, after };
  });
}

/** Products of which a variant sells out, or comes back. */
export const turning = (levels: readonly Level[]): string[] => {
  const turned = levels.filter(({ before, after }) => before > 0 !== after > 0);
  return [...new Set(turned.map(({ productId }) => productId))];
};
