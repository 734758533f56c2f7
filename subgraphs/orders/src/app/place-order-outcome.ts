import type { Currency } from '@souk/contracts/money';
import type { CheckoutState } from '../domain/checkout-state.ts';
import type { CouponProblem } from '../domain/coupon.ts';
import type { CheckoutDetails, CheckoutStanding, PriceChange, Shortage } from './checkout-store.ts';

/** What somebody who places an order can be told. */
export type PlaceOrderOutcome =
  /** Confirmed, or still on its way: its status says. */
  | { kind: 'ORDER'; orderId: string }
  | { kind: 'ACTION_REQUIRED'; orderId: string; actionUrl: string }
  | { kind: 'OUT_OF_STOCK'; orderId: string; shortages: readonly Shortage[] }
  | {
      kind: 'PRICES_CHANGED';
      /** Null where no order was made of it. */
      orderId: string | null;
      /** Empty where only the delivery, or the discount, is another. */
      changes: readonly PriceChange[];
      currency: Currency;
    }
  | { kind: 'PAYMENT_DECLINED'; orderId: string; code: string; message: string }
  | { kind: 'COUPON_REFUSED'; problem: CouponProblem | 'UNKNOWN' }
  | { kind: 'CANNOT_SHIP'; reason: string }
  | { kind: 'CART_EMPTY' }
  | { kind: 'CHECKOUT_IN_PROGRESS'; orderId: string };

/** Whether its customer has nothing to be told yet. */
export const isOpen = (
  { outcome, step, payment }: CheckoutState,
  { actionUrl }: CheckoutDetails,
): boolean => {
  const waitsForProof = payment === 'ACTION_REQUIRED' && actionUrl !== undefined;
  return outcome === null && !waitsForProof && step !== 'FULFILLING' && step !== 'RECALLING';
};

/** What a checkout has come to as far as its customer must know; null while that is open. */
export function outcomeOf(standing: CheckoutStanding): PlaceOrderOutcome | null {
  const { orderId, state, details, currency } = standing;
  const { outcome, reason, payment } = state;
  const { actionUrl } = details;
  if (isOpen(state, details)) return null;
  if (outcome === null && payment === 'ACTION_REQUIRED' && actionUrl !== undefined) {
    return { kind: 'ACTION_REQUIRED', orderId, actionUrl };
  }
  if (outcome !== 'REJECTED') return { kind: 'ORDER', orderId };
  if (reason === 'OUT_OF_STOCK') {
    return { kind: 'OUT_OF_STOCK', orderId, shortages: details.shortages ?? [] };
  }
  if (reason === 'PRICE_CHANGED') {
    return { kind: 'PRICES_CHANGED', orderId, changes: details.priceChanges ?? [], currency };
  }
  const { code, message } = details.declined ?? {
    code: reason ?? 'PAYMENT_LOST',
    message: 'The payment could not be completed.',
  };
  return { kind: 'PAYMENT_DECLINED', orderId, code, message };
}
