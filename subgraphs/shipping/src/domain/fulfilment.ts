import type { Shipment, ShipmentStatus } from './shipment.ts';

/** Units of one order line. */
export type Item = { orderLineNumber: number; quantity: number };

/** What becomes of the units of a line: those neither dispatched nor cancelled are still to be sent. */
export type FulfilmentLine = {
  number: number;
  ordered: number;
  dispatched: number;
  cancelled: number;
  unitWeightGrams: number;
};

export type Parcel = Pick<
  Shipment,
  'id' | 'status' | 'trackingNumber' | 'version' | 'carrier' | 'weightGrams'
> & { items: readonly Item[] };

/** All that is sent for an order. Without lines where the order was called off before it came. */
export type Fulfilment = {
  orderId: string;
  lines: readonly FulfilmentLine[];
  parcels: readonly Parcel[];
};

/** Here still, and meant to leave. */
export const isOpen = ({ status }: { status: ShipmentStatus }): boolean =>
  status === 'PENDING' || status === 'LABEL_CREATED';

const ENDED: readonly ShipmentStatus[] = ['DELIVERED', 'RETURNED', 'CANCELLED'];
export const hasEnded = ({ status }: { status: ShipmentStatus }): boolean => ENDED.includes(status);

/** Whether anything was ever handed to a carrier; what came back counts too. */
export const anythingDispatched = ({ lines }: Pick<Fulfilment, 'lines'>): boolean =>
  lines.some(({ dispatched }) => dispatched > 0);

export const everythingSettled = ({ lines }: Pick<Fulfilment, 'lines'>): boolean =>
  lines.every(({ ordered, dispatched, cancelled }) => dispatched + cancelled === ordered);

export const unitsOf = (items: readonly Item[], line: number): number =>
  items
    .filter(({ orderLineNumber }) => orderLineNumber === line)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** Grams; a parcel weighs one at least, or no carrier would have a price for it. */
export const weightOf = (
  lines: readonly Pick<FulfilmentLine, 'number' | 'unitWeightGrams'>[],
  items: readonly Item[],
): number =>
  Math.max(
    1,
    lines.reduce((sum, line) => sum + line.unitWeightGrams * unitsOf(items, line.number), 0),
  );
