import { type Currency, money, sum, taxIncluded, times } from '@souk/contracts/money';

/** Value added tax, percent; prices include it. */
export const VAT_PERCENT = 10;

export type PricedLine = { number: number; quantity: number; unitPrice: number };

/** Amounts are minor units of one currency, tax included. */
export type Totals = {
  lines: readonly { number: number; payable: number; tax: number }[];
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  total: number;
};

/** `amount` × `part` ÷ `whole`, rounded down, exact beyond 2⁵³; 0 of nothing. */
export const share = (amount: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

/**
 * What an order costs: its lines less the discount, and the delivery. The discount, at most the
 * subtotal, is spread over the lines by what they cost, so that each line knows what to give back;
 * the parts sum to the whole exactly.
 */
export function totals(
  lines: readonly PricedLine[],
  currency: Currency,
  { discount, shipping }: { discount: number; shipping: number },
): Totals {
  const gross = lines.map(({ unitPrice, quantity }) => times(money(unitPrice, currency), quantity));
  const subtotal = sum(gross, currency).amount;
  const off = Math.min(discount, subtotal);
  const taxOf = (amount: number) => taxIncluded(money(amount, currency), VAT_PERCENT).amount;
  let before = 0;
  const priced = lines.map(({ number }, index) => {
    const amount = gross[index]?.amount ?? 0;
    const less = share(off, before + amount, subtotal) - share(off, before, subtotal);
    before += amount;
    return { number, payable: amount - less, tax: taxOf(amount - less) };
  });
  const tax = priced.reduce((all, line) => all + line.tax, taxOf(shipping));
  return {
    lines: priced,
    subtotal,
    discount: off,
    shipping,
    tax,
    total: subtotal - off + shipping,
  };
}
