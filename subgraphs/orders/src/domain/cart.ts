import { type Currency, type Money, money, sum, times } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';

export type CartStatus = 'ACTIVE' | 'MERGED';

export type Cart = {
  id: string;
  /** Null for a guest's cart, which its token opens. */
  customerId: string | null;
  currency: Currency;
  status: CartStatus;
  /** The customer's cart that took this one's lines. */
  mergedInto: string | null;
  /** The order that its lines are being bought by; null while there is no checkout. */
  checkoutOrderId: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** Amounts are minor units of the cart's currency; the weight is of one unit. */
export type CartLine = {
  id: string;
  cartId: string;
  productId: string;
  variantId: string;
  sku: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  weightGrams: number;
  addedAt: Date;
};

export const MAX_QUANTITY = 99;
export const MAX_LINES = 100;

/** Sums leave as 32-bit integers; what would not fit is refused before it is kept. */
const MAX_SUM = 2_000_000_000;

type CartTotals = { quantity: number; subtotal: Money; weightGrams: number };

export const lineTotal = (
  line: { unitPrice: number; quantity: number },
  currency: Currency,
): Money => times(money(line.unitPrice, currency), line.quantity);

export const totalsOf = (lines: readonly CartLine[], currency: Currency): CartTotals => ({
  quantity: lines.reduce((units, line) => units + line.quantity, 0),
  subtotal: sum(
    lines.map((line) => lineTotal(line, currency)),
    currency,
  ),
  weightGrams: lines.reduce((grams, line) => grams + line.quantity * line.weightGrams, 0),
});

/** Throws BAD_USER_INPUT when the lines are more, dearer or heavier than a cart may be. */
export function checkLines(lines: readonly CartLine[], currency: Currency): void {
  if (lines.length > MAX_LINES) {
    throw new AppError('BAD_USER_INPUT', `A cart holds at most ${MAX_LINES} lines.`);
  }
  const { subtotal, weightGrams } = totalsOf(lines, currency);
  if (subtotal.amount > MAX_SUM || weightGrams > MAX_SUM) {
    throw new AppError('BAD_USER_INPUT', 'This is more than one cart can hold.');
  }
}
