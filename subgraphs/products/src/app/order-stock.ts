import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import {
  levelsOf,
  type Reservation,
  type StockLine,
  sells,
  unitsOf,
} from '../domain/reservation.ts';
import type { ReservationUnit } from './reservation-unit.ts';
import { announce, giveBack, type Occasion } from './stock-levels.ts';

const moved = <Line extends StockLine>(lines: readonly Line[]) =>
  lines.map((line) => ({ ...line, movementId: newId() }));

/** Takes what a reservation holds out of stock. */
export async function sell(
  unit: ReservationUnit,
  { id, lines }: Reservation,
  at: Date,
): Promise<void> {
  await unit.lockShelves(lines.map(({ variantId }) => variantId));
  await Promise.all([unit.sell(id, moved(lines), at), unit.end([id], 'COMMITTED', at)]);
}

/** A confirmed order takes its units out of stock. Throws NOT_FOUND when it never held any. */
export async function confirmed(unit: ReservationUnit, id: string, at: Date): Promise<void> {
  const reservation = await unit.lock(id);
  if (reservation === null) {
    throw new AppError('NOT_FOUND', 'An order was confirmed that never held stock.', {
      reservationId: id,
    });
  }
  if (sells(reservation)) await sell(unit, reservation, at);
}

/**
 * A cancelled order lets go of its units: what is held is free again, what was sold goes back into
 * stock. A reservation that is not known is marked, so that it holds nothing if it comes later.
 */
export async function cancelled(
  unit: ReservationUnit,
  { reservationId: id, orderId }: { reservationId: string; orderId: string },
  occasion: Occasion,
): Promise<void> {
  const { at } = occasion;
  const mark = { id, orderId, request: null, createdAt: at, expiresAt: at };
  if (await unit.add({ ...mark, status: 'RELEASED' })) return;
  const reservation = await unit.lock(id);
  if (reservation?.status === 'HELD') {
    const levels = await giveBack(unit, [reservation]);
    await unit.end([id], 'RELEASED', at);
    await announce(unit, levels, () => occasion);
  } else if (reservation?.status === 'COMMITTED') {
    const { lines } = reservation;
    const shelves = await unit.lockShelves(lines.map(({ variantId }) => variantId));
    await unit.takeBack({ reservationId: id, lines: moved(lines) }, at);
    await unit.end([id], 'RELEASED', at);
    await announce(unit, levelsOf(shelves, lines, -1), () => occasion);
  }
}

/** Goods that came back can be sold again; each line of a return is taken in once. */
export async function returned(
  unit: ReservationUnit,
  { returnId, lines }: { returnId: string; lines: readonly (StockLine & { number: number })[] },
  occasion: Occasion,
): Promise<void> {
  const units = unitsOf(lines);
  const shelves = await unit.lockShelves(units.map(({ variantId }) => variantId));
  if (shelves.length < units.length) {
    throw new AppError('NOT_FOUND', 'Something came back that was never sold here.', { returnId });
  }
  const back = new Set(await unit.linesBack(returnId));
  const fresh = lines.filter(({ number }) => !back.has(number));
  if (fresh.length === 0) return;
  await unit.takeBack({ returnId, lines: moved(fresh) }, occasion.at);
  const change = unitsOf(fresh);
  const levels = levelsOf(shelves, change, -1).filter(({ before, after }) => before !== after);
  await announce(unit, levels, () => occasion);
}
