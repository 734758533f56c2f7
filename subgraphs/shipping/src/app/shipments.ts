import { AppError } from '@souk/platform/errors';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { decodeCursor, type Page, TimeCursor } from '@souk/platform/paging';
import { z } from 'zod';
import {
  nextStatuses,
  refusal,
  SHIPMENT_STATUSES,
  type Shipment,
  type ShipmentStatus,
  type TrackingEvent,
} from '../domain/shipment.ts';

/** A place in a list that is sorted newest first. */
export type Place = { createdAt: string; id: string };
export type ShipmentSearch = {
  statuses: readonly ShipmentStatus[] | null;
  carrier: string | null;
};

export type ShipmentStore = {
  byIds: (ids: readonly string[]) => Promise<Shipment[]>;
  byTrackingNumber: (trackingNumber: string) => Promise<Shipment[]>;
  search: (wanted: ShipmentSearch, before: Place | null, limit: number) => Promise<Shipment[]>;
  /**
   * Adds the event and brings the shipment to its state, unless it has left `readVersion`.
   * Says what became of it.
   */
  track: (
    event: TrackingEvent,
    trackingNumber: string | null,
    readVersion: number,
  ) => Promise<'done' | 'stale' | 'number taken'>;
};

export type ShipmentVerbs = ReturnType<typeof shipmentVerbs>;

const Filter = z.object({
  status: z.array(z.enum(SHIPMENT_STATUSES)).min(1).nullish(),
  carrier: z.string().trim().min(1).max(80).nullish(),
});

const TrackingNumber = z.string().trim().min(1).max(64);
const Told = z.string().trim().min(1).max(500);

const NewEvent = z.object({
  shipmentId: z.string(),
  status: z.enum(SHIPMENT_STATUSES),
  location: z.string().trim().min(1).max(120).nullish(),
  description: z
    .object({ en: Told, ko: Told.nullish() })
    .transform(({ en, ko }) => ({ en, ko: ko ?? en })),
  trackingNumber: TrackingNumber.nullish(),
  expectedVersion: z.int().min(0).nullish(),
});

const stale = () =>
  new AppError('CONFLICT', 'Somebody else has changed this shipment. Read it again.');

/** What people do with shipments. */
export const shipmentVerbs = (store: ShipmentStore, clock: () => Date) => ({
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

  /**
   * Records what happened to a parcel. Throws FORBIDDEN, NOT_FOUND, BAD_USER_INPUT for a state that
   * the shipment cannot come to, CONFLICT when it has changed since it was read.
   */
  addTrackingEvent: async (viewer: Viewer | null, input: unknown): Promise<Shipment> => {
    requireScope(viewer, 'shipments:write');
    const wanted = parseInput(NewEvent, input);
    const id = parseId(wanted.shipmentId, 'shipmentId');
    const [shipment] = await store.byIds([id]);
    if (shipment === undefined) throw new AppError('NOT_FOUND', 'There is no such shipment.');
    const { version } = shipment;
    if ((wanted.expectedVersion ?? version) !== version) throw stale();
    const trackingNumber = wanted.trackingNumber ?? null;
    const why = refusal(shipment, { status: wanted.status, trackingNumber });
    if (why !== null) {
      const allowed = nextStatuses(shipment.status);
      throw new AppError('BAD_USER_INPUT', why, { from: shipment.status, allowed });
    }
    const event = {
      shipmentId: id,
      number: version + 1,
      at: clock(),
      status: wanted.status,
      location: wanted.location ?? null,
      description: wanted.description,
    };
    const outcome = await store.track(event, trackingNumber, version);
    if (outcome === 'stale') throw stale();
    if (outcome === 'number taken') {
      throw new AppError('BAD_USER_INPUT', 'Another parcel of this carrier has that number.', {
        argument: 'trackingNumber',
      });
    }
    return {
      ...shipment,
      status: wanted.status,
      trackingNumber: shipment.trackingNumber ?? trackingNumber,
      version: version + 1,
    };
  },
});
