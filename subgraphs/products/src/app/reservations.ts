import { AppError } from '@souk/platform/errors';
import { parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import type { Told } from '../domain/facts.ts';
import {
  canonical,
  ends,
  type Level,
  levelsOf,
  type Reservation,
  ReservationRequest,
  repeated,
  shortagesOf,
} from '../domain/reservation.ts';
import { sell } from './order-stock.ts';
import type { ReservationUnit } from './reservation-unit.ts';
import { announce, giveBack } from './stock-levels.ts';

export type ReservationStore = {
  transact: <Result>(work: (unit: ReservationUnit) => Promise<Result>) => Promise<Result>;
  byId: (id: string) => Promise<Reservation | null>;
};

export type ReservationVerbs = ReturnType<typeof reservationVerbs>;

/** What is done for an order by asking for it. */
const asked = ({ id, orderId }: Pick<Reservation, 'id' | 'orderId'>) => ({
  correlationId: orderId,
  causationId: id,
});

export function reservationVerbs({ transact, byId }: ReservationStore, clock: () => Date) {
  const found = (reservation: Reservation | null): Reservation => {
    if (reservation !== null) return reservation;
    throw new AppError('NOT_FOUND', 'There is no reservation of that id.');
  };

  return {
    /**
     * Holds all lines or none; the reservation says which by its status, HELD or REFUSED. Asked
     * again, it tells the same. Throws CONFLICT for an id of another request or of a hold that has
     * ended, and whatever `signal` is aborted with, holding nothing.
     */
    reserve: async (input: unknown, signal?: AbortSignal): Promise<Reservation> => {
      const request = parseInput(ReservationRequest, input);
      const { reservationId: id, orderId, lines, ttlSeconds } = request;
      const before = () => transact(async (unit) => repeated(found(await unit.lock(id)), request));
      const reservation = await transact(async (unit) => {
        const createdAt = clock();
        const draft = {
          id,
          orderId,
          status: 'HELD' as const,
          request: canonical(request),
          createdAt,
          expiresAt: new Date(createdAt.getTime() + ttlSeconds * 1_000),
        };
        const [isNew, shelves] = await Promise.all([
          unit.add(draft),
          unit.lockShelves(lines.map(({ variantId }) => variantId)),
        ]);
        // Waiting for the reservation here, products locked, could be a deadlock.
        if (!isNew) return null;
        signal?.throwIfAborted();
        const shortages = shortagesOf(lines, shelves);
        if (shortages.length > 0) {
          await unit.last(unit.refuse(id, shortages, clock()));
          return { ...draft, status: 'REFUSED' as const, lines: [], shortages };
        }
        const occasion = { cause: asked(draft), at: clock() };
        const levels = levelsOf(shelves, lines, 1);
        await unit.last(
          Promise.all([unit.hold(id, lines), announce(unit, levels, () => occasion)]),
        );
        return { ...draft, lines, shortages };
      });
      return reservation ?? before();
    },

    /** Takes what is held out of stock. Throws NOT_FOUND, or CONFLICT when nothing is held. */
    commit: (reservationId: string): Promise<Reservation> => {
      const id = parseId(reservationId, 'reservation_id');
      return transact(async (unit) => {
        const reservation = found(await unit.lock(id));
        if (!ends(reservation, 'COMMITTED')) return reservation;
        await sell(unit, reservation, clock());
        return { ...reservation, status: 'COMMITTED' };
      });
    },

    /**
     * Gives back what is held. An id that is not known is marked, so that a reservation that arrives
     * later holds nothing. Throws CONFLICT once committed.
     */
    release: (reservationId: string, order: string): Promise<Reservation> => {
      const id = parseId(reservationId, 'reservation_id');
      const orderId = parseId(order, 'order_id');
      return transact(async (unit) => {
        const at = clock();
        const mark = { id, orderId, request: null, createdAt: at, expiresAt: at };
        if (await unit.add({ ...mark, status: 'RELEASED' })) {
          return { ...mark, status: 'RELEASED', lines: [], shortages: [] };
        }
        const reservation = found(await unit.lock(id));
        if (!ends(reservation, 'RELEASED')) return reservation;
        const levels = await giveBack(unit, [reservation]);
        await unit.end([id], 'RELEASED', at);
        await announce(unit, levels, () => ({ cause: asked(reservation), at }));
        return { ...reservation, status: 'RELEASED' };
      });
    },

    /** Ends the holds of up to `limit` orders whose time is over; safe while others do the same. */
    expire: (limit: number): Promise<Reservation[]> =>
      transact(async (unit) => {
        const at = clock();
        const due = await unit.lockDue(at, limit);
        const [first] = due;
        if (first === undefined) return [];
        const levels = await giveBack(unit, due);
        await unit.end(
          due.map(({ id }) => id),
          'EXPIRED',
          at,
        );
        const holders = new Map(
          due.flatMap((each) => each.lines.map(({ variantId }) => [variantId, each])),
        );
        const ran = due.map(
          (each): Told => ({
            ...{ type: 'ReservationExpired', reservationId: each.id, orderId: each.orderId },
            ...{ ...asked(each), at },
          }),
        );
        const holder = ({ variantId }: Level) => holders.get(variantId) ?? first;
        await announce(unit, levels, (level) => ({ cause: asked(holder(level)), at }), ran);
        return due;
      }),

    get: async (reservationId: string): Promise<Reservation> =>
      found(await byId(parseId(reservationId, 'reservation_id'))),
  };
}
