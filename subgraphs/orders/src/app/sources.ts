import type { Currency } from '@souk/contracts/money';
import type { Shortage } from './checkout-store.ts';

export type StockHold = {
  reservationId: string;
  orderId: string;
  lines: readonly { variantId: string; quantity: number }[];
  ttlSeconds: number;
};

export type StockAnswer =
  | { kind: 'HELD'; until: Date }
  | { kind: 'SHORT'; shortages: readonly Shortage[] }
  /** The hold has ended already. */
  | { kind: 'GONE' };

/** What a checkout needs of products. */
export type StockSource = {
  /** Holds all lines or none; asked again, it answers the same. Throws UNAVAILABLE, DEADLINE_EXCEEDED. */
  reserve: (hold: StockHold) => Promise<StockAnswer>;
};

export type Parcel = {
  country: string;
  weightGrams: number;
  currency: Currency;
  method: 'STANDARD' | 'EXPRESS';
};

/** What it costs to send a parcel, minor units, tax included; or why it cannot be sent that way. */
export type RateAnswer = { price: number } | { reason: string };

/** What a checkout needs of shipping. */
export type RateSource = {
  /** Throws UNAVAILABLE, DEADLINE_EXCEEDED. */
  quote: (parcel: Parcel) => Promise<RateAnswer>;
};
