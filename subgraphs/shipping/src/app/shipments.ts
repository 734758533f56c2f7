import { AppError } from '@souk/platform/errors';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import { decodeCursor, type Page, TimeCursor } from '@souk/platform/paging';
import { z } from 'zod';
import { SHIPMENT_STATUSES, type Shipment, type ShipmentStatus } from '../domain/shipment.ts';
import { TrackingNumber } from './tracking-number.ts';

/** A place in a list that is sorted newest first. */
export type Place = { createdAt: string; id: string };
export type ShipmentSearch = {
  statuses: readonly ShipmentStatus[] | null;
  carrier: string | null;
};

export type ShipmentStore = {
  byTrackingNumber: (trackingNumber: string) => Promise<Shipment[]>;
  search: (wanted: ShipmentSearch, before: Place | null, limit: number) => Promise<Shipment[]>;
};

export type ShipmentVerbs = ReturnType<typeof shipmentVerbs>;

const Filter = z.object({
  status: z.array(z.enum(SHIPMENT_STATUSES)).min(1).nullish(),
  carrier: z.string().trim().min(1).max(80).nullish(),
});

/** What people look up of shipments. */
export const shipmentVerbs = (store: ShipmentStore) => ({
  /** One row more than the page asks for, newest first. Throws FORBIDDEN, BAD_USER_INPUT. */
  search: async (viewer: Viewer | null, filter: unknown, page: Page): Promise<Shipment[]> => {
    requireScope(viewer, 'shipments:read');
    const { status, carrier } = parseInput(Filter, filter ?? {});
    const cursor = page.after === null ? null : decodeCursor(page.after, TimeCursor);
    const before = cursor && { createdAt: cursor[0], id: cursor[1] };
    const wanted = { statuses: status ?? null, carrier: carrier ?? null };
    return store.search(wanted, before, page.first + 1);
  },

  /**
   * The parcel of that number, for anybody. Throws BAD_USER_INPUT where several carriers use the
   * number and none is named.
   */
  byTrackingNumber: async (number: string, carrier: string | null): Promise<Shipment | null> => {
    const trackingNumber = parseInput(z.object({ trackingNumber: TrackingNumber }), {
      trackingNumber: number,
    }).trackingNumber;
    const found = await store.byTrackingNumber(trackingNumber);
    const meant = found.filter((one) => carrier === null || one.carrier === carrier);
    if (meant.length < 2) return meant[0] ?? null;
    const carriers = meant.map((one) => one.carrier).sort();
    throw new AppError(
      'BAD_USER_INPUT',
      `Several carriers use this number: name one of ${carriers.join(', ')}.`,
      { argument: 'carrier', carriers },
    );
  },
});
