import { AppError } from '@souk/platform/errors';
import { type CartLine, MAX_QUANTITY } from './cart.ts';
import type { Offer, Offers } from './offer.ts';

/** Where a line that comes into being takes its id and time from. */
type Birth = { cartId: string; newId: () => string; at: Date };

/**
 * The line after adding units at the price offered: a new one, or the variant's own with more units.
 * Throws BAD_USER_INPUT when there would be more than 99.
 */
export function withAdded(
  lines: readonly CartLine[],
  offer: Offer,
  quantity: number,
  birth: Birth,
): CartLine {
  const { available: _, ...quoted } = offer;
  const known = lines.find((line) => line.variantId === offer.variantId);
  if (known === undefined) {
    return { ...quoted, id: birth.newId(), cartId: birth.cartId, quantity, addedAt: birth.at };
  }
  const together = known.quantity + quantity;
  if (together > MAX_QUANTITY) {
    throw new AppError(
      'BAD_USER_INPUT',
      `At most ${MAX_QUANTITY} of one variant; the cart has ${known.quantity}.`,
      { argument: 'quantity', inCart: known.quantity },
    );
  }
  return { ...known, ...quoted, quantity: together };
}

/** The lines at present prices; what is not offered stays as it is. Titles stay as they were read. */
export const repriced = (lines: readonly CartLine[], offers: Offers): CartLine[] =>
  lines.map((line) => {
    const offer = offers.get(line.variantId);
    if (offer === undefined) return line;
    return { ...line, unitPrice: offer.unitPrice, weightGrams: offer.weightGrams };
  });

/**
 * The customer's lines after taking in a guest's: quantities of the same variant add up, to 99 at
 * most, at the customer's price. `offers` are given when the carts differ in currency; a guest's
 * line without an offer has no price in the customer's currency and is left out.
 * Every line taken over gets a new id, so that the guest's ids lead nowhere.
 */
export function merged(
  own: readonly CartLine[],
  guest: readonly CartLine[],
  offers: Offers | null,
  birth: Birth,
): CartLine[] {
  const added = new Map(guest.map((line) => [line.variantId, line.quantity]));
  const grown = own.map((line) => ({
    ...line,
    quantity: Math.min(MAX_QUANTITY, line.quantity + (added.get(line.variantId) ?? 0)),
  }));
  const known = new Set(own.map((line) => line.variantId));
  const fresh = guest.filter((line) => !known.has(line.variantId));
  const priced =
    offers === null ? fresh : repriced(fresh, offers).filter((line) => offers.has(line.variantId));
  const taken = priced.map((line) => ({ ...line, id: birth.newId(), cartId: birth.cartId }));
  return [...grown, ...taken];
}
