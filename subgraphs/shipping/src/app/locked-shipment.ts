import { AppError } from '@souk/platform/errors';
import type { Fulfilment, Parcel } from '../domain/fulfilment.ts';
import type { FulfilmentUnit } from './fulfilment-store.ts';

/** The shipment, and all else that is sent for its order, locked together. Throws NOT_FOUND. */
export async function lockedShipment(
  unit: FulfilmentUnit,
  shipmentId: string,
): Promise<{ fulfilment: Fulfilment; parcel: Parcel }> {
  const orderId = await unit.orderOf(shipmentId);
  const fulfilment = orderId === null ? null : await unit.lock(orderId);
  const parcel = fulfilment?.parcels.find(({ id }) => id === shipmentId);
  if (fulfilment && parcel) return { fulfilment, parcel };
  throw new AppError('NOT_FOUND', 'There is no such shipment.');
}
