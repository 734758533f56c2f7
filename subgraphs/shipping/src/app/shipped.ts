import type { Viewer } from '@souk/platform/identity';
import { hasLeft, type ShipmentStatus } from '../domain/shipment.ts';
import { seenOfOrder } from './visible.ts';

/** Units of an order line in one parcel; without a line for a parcel with nothing in it. */
export type LineInParcel = {
  orderId: string;
  customerId: string;
  status: ShipmentStatus;
  number: number | null;
  quantity: number | null;
};

/** Units of an order's line that are with the carrier or the customer; null for who may not know. */
export function shippedQuantity(
  viewer: Viewer | null,
  rows: readonly LineInParcel[],
  number: number,
): number | null {
  const seen = seenOfOrder(viewer, rows);
  if (seen === null) return null;
  return seen
    .filter((row) => row.number === number && hasLeft(row.status))
    .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
}

/** Whether anything of an order was ever handed to a carrier; what came back counts too. */
export const orderHasLeft = (rows: readonly Pick<LineInParcel, 'status'>[]): boolean =>
  rows.some(({ status }) => hasLeft(status) || status === 'RETURNED');
