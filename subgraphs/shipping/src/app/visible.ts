import { mayActOn, type Viewer } from '@souk/platform/identity';
import { isId } from '@souk/platform/ids';

const READ = 'shipments:read';

type Owned = { customerId: string };

/** Whether the viewer may see a parcel of this customer. */
export const maySee = (viewer: Viewer | null, { customerId }: Owned): boolean =>
  mayActOn(viewer, customerId, READ);

/**
 * The rows of one order that the viewer may see; null where there are only others', and for guests.
 */
export function seenOfOrder<Row extends Owned>(
  viewer: Viewer | null,
  rows: readonly Row[],
): Row[] | null {
  if (viewer === null) return null;
  const seen = rows.filter((row) => maySee(viewer, row));
  return seen.length === 0 && rows.length > 0 ? null : seen;
}

/** Ids that can exist: an entity asked for by anything else is not there. */
export const possibleIds = (ids: readonly string[]): string[] => ids.filter(isId);
