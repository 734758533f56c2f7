import type { Attempt } from '@souk/platform/idempotency';
import type { Fulfilment, FulfilmentLine, Item } from '../domain/fulfilment.ts';
import type { FulfilmentEvent } from '../domain/fulfilment-events.ts';
import type { Rate } from '../domain/rate.ts';
import type { Shipment } from '../domain/shipment.ts';

/** The message or command that something happens because of, and when. */
export type Cause = { id: string; at: Date };

export type OrderedLine = Pick<FulfilmentLine, 'number' | 'ordered' | 'unitWeightGrams'>;
export type NewShipment = Shipment & { items: readonly Item[] };

/** One transaction. */
export type FulfilmentUnit = {
  /** See `idempotent`; the reply must survive JSON. */
  once: <Reply>(attempt: Attempt, work: () => Promise<Reply>) => Promise<Reply>;
  /** Opens the books of an order. False where they are open already. */
  open: (orderId: string) => Promise<boolean>;
  /**
   * Everybody else who wants to change what is sent for the order waits from here on, until this
   * transaction ends. Null where nothing is known of it.
   */
  lock: (orderId: string) => Promise<Fulfilment | null>;
  /** Asked of the same transaction: waiting for another connection, many at once would wait for ever. */
  ratesOf: (country: string) => Promise<readonly Rate[]>;
  orderOf: (shipmentId: string) => Promise<string | null>;
  /** Writes down what was ordered, and the shipment with all of it. */
  addShipment: (
    lines: readonly OrderedLine[],
    shipment: NewShipment,
    cause: Cause,
  ) => Promise<void>;
  /**
   * Writes what happened, and tells it. Throws CONFLICT when the shipment has left the version that
   * was locked, ShipmentRefused for a tracking number that another parcel has.
   */
  save: (before: Fulfilment, events: readonly FulfilmentEvent[], cause: Cause) => Promise<void>;
};

export type FulfilmentStore = {
  transaction: <Result>(work: (unit: FulfilmentUnit) => Promise<Result>) => Promise<Result>;
};
