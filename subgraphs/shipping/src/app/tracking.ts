import { AppError } from '@souk/platform/errors';
import { IdempotencyKey } from '@souk/platform/idempotency';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import type { Parcel } from '../domain/fulfilment.ts';
import { decideFulfilment, type FulfilmentCommand } from '../domain/fulfilment-decide.ts';
import type { Scan } from '../domain/fulfilment-events.ts';
import { nextStatuses, refusal, SHIPMENT_STATUSES } from '../domain/shipment.ts';
import { type ShipmentRefusal, ShipmentRefused } from '../domain/shipment-refused.ts';
import type { FulfilmentStore, FulfilmentUnit } from './fulfilment-store.ts';
import { lockedShipment } from './locked-shipment.ts';
import { TrackingNumber } from './tracking-number.ts';

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
  idempotencyKey: IdempotencyKey.nullish(),
});
type NewEvent = z.output<typeof NewEvent>;

export type TrackingVerbs = ReturnType<typeof trackingVerbs>;

function commandFor(parcel: Parcel, wanted: NewEvent): FulfilmentCommand {
  const scan: Scan = { location: wanted.location ?? null, description: wanted.description };
  const of = { shipmentId: parcel.id, scan };
  switch (wanted.status) {
    case 'LABEL_CREATED': {
      const trackingNumber = wanted.trackingNumber ?? null;
      return { ...of, type: 'Pack', items: null, trackingNumber, restId: newId(), serial: newId() };
    }
    case 'IN_TRANSIT':
      return parcel.status === 'LABEL_CREATED'
        ? { ...of, type: 'Dispatch' }
        : { ...of, type: 'Scan', status: 'IN_TRANSIT' };
    case 'OUT_FOR_DELIVERY':
    case 'EXCEPTION':
      return { ...of, type: 'Scan', status: wanted.status };
    case 'DELIVERED':
      return { ...of, type: 'Deliver' };
    case 'RETURNED':
      return { ...of, type: 'Return' };
    default:
      return { ...of, type: 'Cancel' };
  }
}

const REASONS: Readonly<Partial<Record<ShipmentRefusal, string>>> = {
  ORDER_HAS_LEFT: 'Another parcel of the order has left: the rest of it has to follow.',
  TRACKING_NUMBER_TAKEN: 'Another parcel of this carrier has that number.',
};

/** What carriers tell of parcels. */
export function trackingVerbs(store: FulfilmentStore, clock: () => Date) {
  async function track(unit: FulfilmentUnit, shipmentId: string, wanted: NewEvent, cause: string) {
    const { fulfilment: before, parcel } = await lockedShipment(unit, shipmentId);
    if ((wanted.expectedVersion ?? parcel.version) !== parcel.version) {
      throw new AppError('CONFLICT', 'Somebody else has changed this shipment. Read it again.');
    }
    const trackingNumber = wanted.trackingNumber ?? null;
    const why = refusal(parcel, { status: wanted.status, trackingNumber });
    if (why !== null) {
      const { status: from } = parcel;
      throw new AppError('BAD_USER_INPUT', why, { from, allowed: nextStatuses(from) });
    }
    const events = decideFulfilment(commandFor(parcel, wanted), before);
    await unit.save(before, events, { id: cause, at: clock() });
    return { shipmentId };
  }

  return {
    /**
     * Records what happened to a parcel. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND,
     * BAD_USER_INPUT for a state that the shipment cannot come to, CONFLICT when it has changed
     * since it was read, IDEMPOTENCY_KEY_REUSED.
     */
    addTrackingEvent: async (guest: Viewer | null, raw: unknown): Promise<string> => {
      const viewer = requireScope(guest, 'shipments:write');
      const wanted = parseInput(NewEvent, raw);
      const shipmentId = parseId(wanted.shipmentId, 'shipmentId');
      const { idempotencyKey: key, ...input } = wanted;
      const attempt = { actor: viewer.id, operation: 'addTrackingEvent', input };
      try {
        await store.transaction((unit) =>
          key
            ? unit.once({ ...attempt, key }, () => track(unit, shipmentId, wanted, key))
            : track(unit, shipmentId, wanted, newId()),
        );
        return shipmentId;
      } catch (error) {
        if (!(error instanceof ShipmentRefused)) throw error;
        const argument = error.code === 'TRACKING_NUMBER_TAKEN' ? 'trackingNumber' : 'status';
        const why = REASONS[error.code] ?? 'That cannot happen to the shipment now.';
        throw new AppError('BAD_USER_INPUT', why, { argument });
      }
    },
  };
}
