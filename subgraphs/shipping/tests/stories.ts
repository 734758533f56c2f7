import { newId } from '@souk/platform/ids';
import fc from 'fast-check';
import type { Fulfilment } from '../src/domain/fulfilment.ts';
import { decideFulfilment, type FulfilmentCommand } from '../src/domain/fulfilment-decide.ts';
import type { FulfilmentEvent } from '../src/domain/fulfilment-events.ts';
import { ShipmentRefused } from '../src/domain/shipment-refused.ts';

export type Step = {
  type: FulfilmentCommand['type'];
  parcel: number;
  line: number;
  quantity: number;
};
/** What a warehouse, carriers and customers can think of, whether or not it makes sense. */
export const steps = fc.array(
  fc.record<Step>({
    type: fc.constantFrom(
      ...([
        'Pack',
        'Pack',
        'Pack',
        'Dispatch',
        'Dispatch',
        'Dispatch',
        'Deliver',
        'Return',
      ] as const),
      ...(['Cancel', 'Scan', 'CancelUnlessDispatched', 'CancelRest'] as const),
    ),
    parcel: fc.nat(5),
    line: fc.integer({ min: 1, max: 4 }),
    quantity: fc.integer({ min: 0, max: 6 }),
  }),
  { maxLength: 40 },
);

export function commandFor({ parcels }: Fulfilment, step: Step, restId: string): FulfilmentCommand {
  const shipmentId = parcels[step.parcel % parcels.length]?.id ?? 'p0';
  const { type, line: orderLineNumber, quantity } = step;
  switch (type) {
    case 'Pack': {
      const items = quantity === 6 ? null : [{ orderLineNumber, quantity }];
      return {
        type,
        shipmentId,
        items,
        trackingNumber: null,
        restId,
        serial: newId(),
      };
    }
    case 'Scan':
      return { type, shipmentId, status: quantity % 2 === 0 ? 'EXCEPTION' : 'IN_TRANSIT' };
    case 'CancelUnlessDispatched':
    case 'CancelRest':
      return { type };
    default:
      return { type, shipmentId };
  }
}

/** What it leads to; nothing where it is refused. */
export function attempt(command: FulfilmentCommand, fulfilment: Fulfilment): FulfilmentEvent[] {
  try {
    return decideFulfilment(command, fulfilment);
  } catch (error) {
    if (error instanceof ShipmentRefused) return [];
    throw error;
  }
}
