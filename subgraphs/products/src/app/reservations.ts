import { AppError } from '@souk/platform/errors';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import {
  canonical,
  ends,
  type LineShortage,
  type Reservation,
  ReservationRequest,
  repeated,
  type Shelf,
  type StockLine,
  shortagesOf,
  turning,
  unitsOf,
} from '../domain/reservation.ts';

/** A movement of stock for each line of a committed reservation. */
export type Sale = { movementId: string; variantId: string; quantity: number };

/** What the verbs do, all of it in one transaction. Rows are locked in this order, and by id. */
export type ReservationUnit = {
  /** False when the id is taken; waits for whoever is taking it. */
  add: (reservation: Omit<Reservation, 'lines' | 'shortages'>) => Promise<boolean>;
  lock: (id: string) => Promise<Reservation | null>;
  /** Held ones past their time, and locked by nobody else. */
  lockDue: (now: Date, limit: number) => Promise<Reservation[]>;
  /** Locks the products of these variants, and says what is there of each. */
  lockShelves: (variantIds: readonly string[]) => Promise<Shelf[]>;
  hold: (id: string, lines: readonly StockLine[]) => Promise<void>;
  refuse: (id: string, shortages: readonly LineShortage[], at: Date) => Promise<void>;
  free: (lines: readonly StockLine[]) => Promise<void>;
  sell: (id: string, sales: readonly Sale[], at: Date) => Promise<void>;
  end: (
    ids: readonly string[],
    status: 'COMMITTED' | 'RELEASED' | 'EXPIRED',
    at: Date,
  ) => Promise<void>;
  /** Tells search whether the products have anything to sell. */
  relist: (productIds: readonly string[]) => Promise<void>;
};

export type ReservationStore = {
  transact: <Result>(work: (unit: ReservationUnit) => Promise<Result>) => Promise<Result>;
  byId: (id: string) => Promise<Reservation | null>;
};

export type ReservationVerbs = ReturnType<typeof reservationVerbs>;

export function reservationVerbs({ transact, byId }: ReservationStore, clock: () => Date) {
  const found = (reservation: Reservation | null): Reservation => {
    if (reservation !== null) return reservation;
    throw new AppError('NOT_FOUND', 'There is no reservation of that id.');
  };

  const giveBack = async (unit: ReservationUnit, held: readonly Reservation[]) => {
    const units = unitsOf(held);
    const shelves = await unit.lockShelves(units.map(({ variantId }) => variantId));
    await unit.free(units);
    await unit.relist(turning(shelves, units, -1));
  };

  return {
    /**
     * Holds all lines or none; the reservation says which by its status, HELD or REFUSED. Asked
     * again, it tells the same. Throws CONFLICT for an id of another request or of a hold that has
     * ended, and whatever `signal` is aborted with, holding nothing.
     */
    reserve: (input: unknown, signal?: AbortSignal): Promise<Reservation> => {
      const request = parseInput(ReservationRequest, input);
      const { reservationId: id, orderId, lines, ttlSeconds } = request;
      return transact(async (unit) => {
        const createdAt = clock();
        const draft = {
          id,
          orderId,
          status: 'HELD' as const,
          request: canonical(request),
          createdAt,
          expiresAt: new Date(createdAt.getTime() + ttlSeconds * 1_000),
        };
        if (!(await unit.add(draft))) return repeated(found(await unit.lock(id)), request);
        const shelves = await unit.lockShelves(lines.map(({ variantId }) => variantId));
        signal?.throwIfAborted();
        const shortages = shortagesOf(lines, shelves);
        if (shortages.length > 0) {
          await unit.refuse(id, shortages, clock());
          return { ...draft, status: 'REFUSED', lines: [], shortages };
        }
        await unit.hold(id, lines);
        await unit.relist(turning(shelves, lines, 1));
        return { ...draft, lines, shortages };
      });
    },

    /** Takes what is held out of stock. Throws NOT_FOUND, or CONFLICT when nothing is held. */
    commit: (reservationId: string): Promise<Reservation> => {
      const id = parseId(reservationId, 'reservation_id');
      return transact(async (unit) => {
        const reservation = found(await unit.lock(id));
        if (!ends(reservation, 'COMMITTED')) return reservation;
        await unit.lockShelves(reservation.lines.map(({ variantId }) => variantId));
        const sales = reservation.lines.map((line) => ({ ...line, movementId: newId() }));
        const at = clock();
        await unit.sell(id, sales, at);
        await unit.end([id], 'COMMITTED', at);
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
        await giveBack(unit, [reservation]);
        await unit.end([id], 'RELEASED', at);
        return { ...reservation, status: 'RELEASED' };
      });
    },

    /** Ends up to `limit` holds whose time is over; safe while others do the same. */
    expire: (limit: number): Promise<Reservation[]> =>
      transact(async (unit) => {
        const at = clock();
        const due = await unit.lockDue(at, limit);
        if (due.length === 0) return [];
        await giveBack(unit, due);
        await unit.end(
          due.map(({ id }) => id),
          'EXPIRED',
          at,
        );
        return due;
      }),

    get: async (reservationId: string): Promise<Reservation> =>
      found(await byId(parseId(reservationId, 'reservation_id'))),
  };
}
