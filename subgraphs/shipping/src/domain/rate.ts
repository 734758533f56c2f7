import type { Currency, Money } from '@souk/contracts/money';
import { type DeliveryWindow, deliveryWindow } from './delivery.ts';
import type { Localised } from './localised.ts';

export const SHIPPING_METHODS = ['STANDARD', 'EXPRESS'] as const;
export type ShippingMethod = (typeof SHIPPING_METHODS)[number];

/** What a carrier takes for a parcel of at most so many grams into a zone; prices in minor units. */
export type Rate = {
  id: string;
  zoneCode: string;
  method: ShippingMethod;
  carrier: string;
  name: Localised;
  maxWeightGrams: number;
  prices: Record<Currency, number>;
  minDays: number;
  maxDays: number;
};

export type Offer = Pick<Rate, 'id' | 'method' | 'carrier' | 'name' | 'minDays' | 'maxDays'> & {
  price: Money;
  estimatedDelivery: DeliveryWindow;
};

/**
 * What a parcel of this weight can be sent by: for each method and carrier the lightest bracket
 * that takes it, cheapest first.
 */
export function offersFor(
  rates: readonly Rate[],
  parcel: { weightGrams: number; currency: Currency },
  now: Date,
): Offer[] {
  const lightest = new Map<string, Rate>();
  for (const rate of rates) {
    if (rate.maxWeightGrams < parcel.weightGrams) continue;
    const key = JSON.stringify([rate.method, rate.carrier]);
    const known = lightest.get(key);
    if (known === undefined || rate.maxWeightGrams < known.maxWeightGrams) lightest.set(key, rate);
  }
  return [...lightest.values()]
    .map((rate) => ({
      id: rate.id,
      method: rate.method,
      carrier: rate.carrier,
      name: rate.name,
      minDays: rate.minDays,
      maxDays: rate.maxDays,
      price: { amount: rate.prices[parcel.currency], currency: parcel.currency },
      estimatedDelivery: deliveryWindow(now, rate),
    }))
    .sort((left, right) => left.price.amount - right.price.amount || left.maxDays - right.maxDays);
}
