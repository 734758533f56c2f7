import type { Cause, Told } from '../domain/facts.ts';
import { type Level, levelsOf, type Reservation, turning, unitsOf } from '../domain/reservation.ts';
import type { ReservationUnit } from './reservation-unit.ts';

/** What led to a change, and when it came about. */
export type Occasion = { cause: Cause; at: Date };

/** Tells search and other services what can be sold now, and the latter what else they are to know. */
export const announce = async (
  unit: ReservationUnit,
  levels: readonly Level[],
  of: (level: Level) => Occasion,
  more: readonly Told[] = [],
): Promise<void> => {
  const told = levels.map((level): Told => {
    const { variantId, productId, after: available } = level;
    const { cause, at } = of(level);
    return { type: 'StockLevelChanged', variantId, productId, available, ...cause, at };
  });
  await Promise.all([unit.relist(turning(levels)), unit.tell([...more, ...told])]);
};

/** Gives back what reservations hold; the levels are for `announce`. */
export async function giveBack(
  unit: ReservationUnit,
  held: readonly Pick<Reservation, 'lines'>[],
): Promise<Level[]> {
  const units = unitsOf(held.flatMap(({ lines }) => lines));
  const shelves = await unit.lockShelves(units.map(({ variantId }) => variantId));
  await unit.free(units);
  return levelsOf(shelves, units, -1);
}
