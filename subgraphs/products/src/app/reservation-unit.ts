import type { Told } from '../domain/facts.ts';
import type { LineShortage, Reservation, Shelf, StockLine } from '../domain/reservation.ts';

/** A line, and the id of the movement that it makes. */
type MovedLine = StockLine & { movementId: string };

/** For what units came back: a reservation that was sold, or the lines of a return. */
type Comeback =
  | { reservationId: string; lines: readonly MovedLine[] }
  | { returnId: string; lines: readonly (MovedLine & { number: number })[] };

/**
 * What becomes of stock, all of it in one transaction. Rows are locked in this order, and by id; `tell`
 * comes after every lock.
 */
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
  sell: (id: string, lines: readonly MovedLine[], at: Date) => Promise<void>;
  /** The lines of a return that are in stock again. */
  linesBack: (returnId: string) => Promise<number[]>;
  takeBack: (comeback: Comeback, at: Date) => Promise<void>;
  end: (
    ids: readonly string[],
    status: 'COMMITTED' | 'RELEASED' | 'EXPIRED',
    at: Date,
  ) => Promise<void>;
  /** Tells search whether the products have anything to sell. */
  relist: (productIds: readonly string[]) => Promise<void>;
  /** Tells other services, once the transaction is done. */
  tell: (facts: readonly Told[]) => Promise<void>;
  /**
   * The last of the work, if it needs no answer: the transaction may end right behind it, and is
   * undone where it fails.
   */
  last: (work: Promise<unknown>) => Promise<void>;
};
