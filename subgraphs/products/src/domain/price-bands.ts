import type { Currency } from '@souk/contracts/money';

/** Where one price band ends and the next begins, minor units. */
export const PRICE_BOUNDS: Record<Currency, readonly number[]> = {
  KRW: [10_000, 30_000, 50_000, 100_000, 200_000],
  USD: [1_000, 2_500, 5_000, 10_000, 20_000],
  EUR: [1_000, 2_500, 5_000, 10_000, 20_000],
};

/** The band of that index, both ends inclusive; null is open. */
export const priceBand = (currency: Currency, index: number) => {
  const bounds = PRICE_BOUNDS[currency];
  const end = bounds[index];
  return { min: bounds[index - 1] ?? null, max: end === undefined ? null : end - 1 };
};
