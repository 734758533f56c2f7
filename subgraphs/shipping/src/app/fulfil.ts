import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import { weightOf } from '../domain/fulfilment.ts';
import { decideFulfilment } from '../domain/fulfilment-decide.ts';
import { offersFor, type ShippingMethod } from '../domain/rate.ts';
import type { Address } from '../domain/shipment.ts';
import type { Cause, FulfilmentUnit } from './fulfilment-store.ts';

export type ConfirmedOrder = {
  orderId: string;
  orderNumber: string;
  customerId: string;
  currency: Currency;
  lines: readonly { number: number; quantity: number; weightGrams: number }[];
  shippingAddress: Address;
  shippingMethod: ShippingMethod;
};

/** The cheapest carrier of the method that was paid for. Throws NOT_FOUND where none takes the parcel. */
async function carrierFor(
  unit: FulfilmentUnit,
  order: ConfirmedOrder,
  { weightGrams, at }: { weightGrams: number; at: Date },
): Promise<string> {
  const { currency, shippingMethod: method, shippingAddress } = order;
  const rates = await unit.ratesOf(shippingAddress.country);
  const offers = offersFor(rates, { weightGrams, currency }, at);
  const cheapest = offers.find((offer) => offer.method === method);
  if (cheapest !== undefined) return cheapest.carrier;
  const parcel = `${weightGrams} grams to ${shippingAddress.country} by ${method}`;
  throw new AppError('NOT_FOUND', `No carrier takes ${parcel}.`);
}

/**
 * Makes one shipment with all of an order, to be packed; none for an order that was called off before
 * this news came. Throws NOT_FOUND where no carrier takes it.
 */
export async function fulfilOrder(
  unit: FulfilmentUnit,
  order: ConfirmedOrder,
  cause: Cause,
): Promise<void> {
  const { orderId, orderNumber, customerId, shippingMethod: method, shippingAddress } = order;
  if (!(await unit.open(orderId))) return;
  const lines = order.lines.map(({ number, quantity, weightGrams }) => ({
    ...{ number, ordered: quantity, unitWeightGrams: weightGrams },
  }));
  const items = lines.map(({ number, ordered }) => ({
    ...{ orderLineNumber: number, quantity: ordered },
  }));
  const weightGrams = weightOf(lines, items);
  await unit.addShipment(
    lines,
    {
      ...{ id: newId(), orderId, orderNumber, customerId, method, weightGrams, items },
      carrier: await carrierFor(unit, order, { weightGrams, at: cause.at }),
      address: shippingAddress,
      ...{ status: 'PENDING', trackingNumber: null, version: 0, createdAt: cause.at },
    },
    cause,
  );
}

/** Keeps everything of an order here, and answers so, unless something has left. */
export async function cancelUnlessDispatched(
  unit: FulfilmentUnit,
  orderId: string,
  cause: Cause,
): Promise<void> {
  await unit.open(orderId);
  const before = await unit.lock(orderId);
  if (before === null) throw new TypeError(`${orderId} was just opened and is not there`);
  await unit.save(before, decideFulfilment({ type: 'CancelUnlessDispatched' }, before), cause);
}

/** Cancels what has not left of an order that has ended. */
export async function cancelRest(
  unit: FulfilmentUnit,
  orderId: string,
  cause: Cause,
): Promise<void> {
  const before = await unit.lock(orderId);
  if (before === null) return;
  await unit.save(before, decideFulfilment({ type: 'CancelRest' }, before), cause);
}
