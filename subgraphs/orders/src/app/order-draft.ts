import { type Cart, type CartLine, totalsOf } from '../domain/cart.ts';
import type { Placement } from '../domain/order-events.ts';
import { totals } from '../domain/totals.ts';
import type { PlaceOrderInput } from './place-order-input.ts';

type Draft = {
  orderId: string;
  reservationId: string;
  orderNumber: number;
  cart: Cart;
  lines: readonly CartLine[];
  input: PlaceOrderInput;
  /** What the delivery costs, and the coupon takes off; minor units. */
  shipping: number;
  discount: number;
  couponCode: string | null;
  at: Date;
};

/** What a customer agrees to who buys what is in a cart. */
export function placementOf(draft: Draft, customerId: string): Placement {
  const { cart, lines, input, at, orderNumber, couponCode, shipping, discount } = draft;
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  const sums = totals(numbered, cart.currency, { discount, shipping });
  return {
    orderId: draft.orderId,
    number: `SK-${at.getUTCFullYear()}-${String(orderNumber).padStart(6, '0')}`,
    customerId,
    currency: cart.currency,
    lines: numbered.map((line, index) => ({
      number: line.number,
      productId: line.productId,
      variantId: line.variantId,
      sku: line.sku,
      title: line.title,
      variantTitle: line.variantTitle,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      payable: sums.lines[index]?.payable ?? 0,
      tax: sums.lines[index]?.tax ?? 0,
      weightGrams: line.weightGrams,
    })),
    subtotal: sums.subtotal,
    discount: sums.discount,
    shipping: sums.shipping,
    tax: sums.tax,
    total: sums.total,
    couponCode,
    shippingAddress: input.shippingAddress,
    shippingMethod: input.shippingMethod,
    paymentMethod: input.paymentMethod,
    reservationId: draft.reservationId,
  };
}

/** What the parcel weighs, grams. */
export const weightOf = (cart: Cart, lines: readonly CartLine[]): number =>
  totalsOf(lines, cart.currency).weightGrams;

/** Whether a cart is still what it was when it was priced. */
export const sameCart = (
  before: { cart: Cart; lines: readonly CartLine[] },
  now: { cart: Cart; lines: readonly CartLine[] },
): boolean => {
  const facts = ({ cart, lines }: typeof before) =>
    JSON.stringify([
      cart.currency,
      lines.map(({ variantId, quantity, unitPrice }) => [variantId, quantity, unitPrice]),
    ]);
  return facts(before) === facts(now);
};
