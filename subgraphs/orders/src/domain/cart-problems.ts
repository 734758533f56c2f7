import type { Currency, Money } from '@souk/contracts/money';
import { money } from '@souk/contracts/money';

/** What the catalogue says of a variant at present. */
export type Observed = { prices: readonly Money[]; available: number };

export type CartProblem =
  | { kind: 'PriceChanged'; was: Money; now: Money }
  | { kind: 'OutOfStock' }
  | { kind: 'InsufficientStock'; available: number }
  | { kind: 'NoLongerSold' };

/**
 * What stands between a line and a checkout. `observed` is null for a variant that the catalogue
 * does not offer. What is not sold has no other problem; a price and a stock can both be wrong.
 */
export function problemsOf(
  line: { unitPrice: number; quantity: number },
  currency: Currency,
  observed: Observed | null,
): CartProblem[] {
  const now = observed?.prices.find((price) => price.currency === currency);
  if (observed === null || now === undefined) return [{ kind: 'NoLongerSold' }];
  const problems: CartProblem[] = [];
  if (now.amount !== line.unitPrice) {
    problems.push({ kind: 'PriceChanged', was: money(line.unitPrice, currency), now });
  }
  if (observed.available <= 0) problems.push({ kind: 'OutOfStock' });
  else if (observed.available < line.quantity) {
    problems.push({ kind: 'InsufficientStock', available: observed.available });
  }
  return problems;
}
