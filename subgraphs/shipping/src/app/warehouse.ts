import { IdempotencyKey } from '@souk/platform/idempotency';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import { decideFulfilment, type FulfilmentCommand } from '../domain/fulfilment-decide.ts';
import { type ShipmentRefusal, ShipmentRefused } from '../domain/shipment-refused.ts';
import type { FulfilmentStore } from './fulfilment-store.ts';
import { lockedShipment } from './locked-shipment.ts';
import { TrackingNumber } from './tracking-number.ts';

export type ShipmentOutcome =
  | { kind: 'SHIPMENT'; shipmentId: string }
  | { kind: 'REFUSED'; shipmentId: string; code: ShipmentRefusal };

export type WarehouseVerbs = ReturnType<typeof warehouseVerbs>;

const Step = z.object({ shipmentId: z.string(), idempotencyKey: IdempotencyKey });
const Packing = Step.extend({
  items: z
    .array(z.object({ orderLineNumber: z.int().min(1), quantity: z.int().min(1) }))
    .min(1)
    .max(200)
    .nullish(),
  trackingNumber: TrackingNumber.nullish(),
});

type Command = Extract<FulfilmentCommand, { shipmentId: string }>;
type Keyed = z.output<typeof Step>;

/**
 * What the warehouse does with parcels. Every verb throws UNAUTHENTICATED, FORBIDDEN without the scope
 * shipments:write, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. What may not happen at this moment
 * is an answer, and leaves the key unused.
 */
export function warehouseVerbs(store: FulfilmentStore, clock: () => Date) {
  async function take<Input extends Keyed>(
    guest: Viewer | null,
    operation: string,
    schema: z.ZodType<Input>,
    raw: unknown,
    commandOf: (input: Input) => Command,
  ): Promise<ShipmentOutcome> {
    const viewer = requireScope(guest, 'shipments:write');
    const wanted = parseInput(schema, raw);
    const shipmentId = parseId(wanted.shipmentId, 'shipmentId');
    const { idempotencyKey: key, ...input } = { ...wanted, shipmentId };
    try {
      return await store.transaction((unit) =>
        unit.once({ actor: viewer.id, key, operation, input }, async () => {
          const { fulfilment: before } = await lockedShipment(unit, shipmentId);
          const events = decideFulfilment({ ...commandOf(wanted), shipmentId }, before);
          await unit.save(before, events, { id: key, at: clock() });
          return { kind: 'SHIPMENT', shipmentId };
        }),
      );
    } catch (error) {
      if (!(error instanceof ShipmentRefused)) throw error;
      return { kind: 'REFUSED', shipmentId, code: error.code };
    }
  }

  const step =
    (operation: string, type: 'Dispatch' | 'Deliver' | 'Cancel') =>
    (viewer: Viewer | null, input: unknown): Promise<ShipmentOutcome> =>
      take(viewer, operation, Step, input, ({ shipmentId }) => ({ type, shipmentId }));

  return {
    /** All of it or, where `items` says so, a part; the rest becomes a shipment of its own. */
    pack: (viewer: Viewer | null, input: unknown): Promise<ShipmentOutcome> =>
      take(viewer, 'packShipment', Packing, input, ({ shipmentId, items, trackingNumber }) => ({
        ...{ type: 'Pack', shipmentId, items: items ?? null, restId: newId(), serial: newId() },
        trackingNumber: trackingNumber ?? null,
      })),
    dispatch: step('dispatchShipment', 'Dispatch'),
    deliver: step('deliverShipment', 'Deliver'),
    cancel: step('cancelShipment', 'Cancel'),
  };
}
