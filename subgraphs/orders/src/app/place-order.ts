import { requireViewer, type Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { type Cart, type CartLine, totalsOf } from '../domain/cart.ts';
import type { Offers } from '../domain/offer.ts';
import { priceChanges, quotedPrices } from './asks.ts';
import { STALE, whileStale } from './attempts.ts';
import type { AwaitOutcome, Placed } from './await-outcome.ts';
import type { CartStore, OfferSource } from './cart-store.ts';
import type { CheckoutStore, PlacingUnit } from './checkout-store.ts';
import { continueCheckout, newCheckout, type Pace, type Told } from './checkouts.ts';
import { placementOf, sameCart, weightOf } from './order-draft.ts';
import { PlaceOrderInput } from './place-order-input.ts';
import type { PlaceOrderOutcome } from './place-order-outcome.ts';
import type { RateAnswer, RateSource } from './sources.ts';

/** Undoes the transaction that it is thrown in; what it says is the answer. */
class NotPlaced extends Error {
  readonly outcome: PlaceOrderOutcome | typeof STALE;

  constructor(outcome: PlaceOrderOutcome | typeof STALE) {
    super('not placed');
    this.outcome = outcome;
  }
}

/** A cart, and what others say of it. Their answers may be failures, for whoever needs them. */
type Priced = {
  cart: Cart;
  lines: readonly CartLine[];
  rate: PromiseSettledResult<RateAnswer>;
  /** Null while the catalogue does not answer: the checkout asks again. */
  offers: Offers | null;
};

export type PlaceOrder = (viewer: Viewer | null, input: unknown) => Promise<PlaceOrderOutcome>;

/**
 * Buys the viewer's own cart, and waits for what comes of it. Throws UNAUTHENTICATED for guests,
 * BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, UNAVAILABLE while shipping does not answer.
 */
export function placeOrder(parts: {
  carts: Pick<CartStore, 'activeOf' | 'linesOf'>;
  checkouts: CheckoutStore;
  offers: OfferSource;
  rates: RateSource;
  awaitOutcome: AwaitOutcome;
  pace: Pace;
  clock?: () => Date;
}): PlaceOrder {
  const { carts, checkouts, offers, rates, awaitOutcome, pace } = parts;
  const { clock = () => new Date() } = parts;

  async function price(viewer: Viewer, input: PlaceOrderInput): Promise<Priced | null> {
    const cart = await carts.activeOf(viewer.id);
    const lines = cart === null ? [] : await carts.linesOf([cart.id]);
    if (cart === null || lines.length === 0) return null;
    const { currency } = cart;
    const [rate, quotes] = await Promise.allSettled([
      rates.quote({
        country: input.shippingAddress.country,
        weightGrams: weightOf(cart, lines),
        currency,
        method: input.shippingMethod,
      }),
      offers.quote(
        lines.map(({ variantId }) => variantId),
        currency,
      ),
    ]);
    return { cart, lines, rate, offers: quotes.status === 'fulfilled' ? quotes.value : null };
  }

  /** Under the cart's lock. Throws NotPlaced. */
  async function place(
    tx: PlacingUnit,
    viewer: Viewer,
    input: PlaceOrderInput,
    priced: Priced | null,
  ): Promise<Placed> {
    if (priced === null) throw new NotPlaced({ kind: 'CART_EMPTY' });
    const { cart, lines } = priced;
    const locked = await tx.lockCart(cart.id);
    if (locked === null) throw new NotPlaced(STALE);
    const running = locked.cart.checkoutOrderId;
    if (running !== null) throw new NotPlaced({ kind: 'CHECKOUT_IN_PROGRESS', orderId: running });
    if (!sameCart(priced, locked)) throw new NotPlaced(STALE);
    const shipping = shippingOf(priced);
    requireSamePrices(priced);
    const [orderId, at] = [newId(), clock()];
    const { id: customerId } = viewer;
    const code = input.couponCode;
    const coupon = await useCoupon(tx, { orderId, code, customerId, priced, at });
    const { orderNumber } = locked;
    const placement = placementOf(
      { orderId, reservationId: newId(), orderNumber, cart, lines, input, shipping, at, ...coupon },
      customerId,
    );
    if (input.expectedTotal !== null && input.expectedTotal !== placement.total) {
      const { currency } = cart;
      throw new NotPlaced({ kind: 'PRICES_CHANGED', orderId: null, changes: [], currency });
    }
    const told: Told[] = [
      { input: { type: 'Place', id: newId(), at: at.toISOString(), placement } },
      ...(priced.offers === null ? [] : [quotedPrices(lines, priced.offers, at)]),
    ];
    const begun = await continueCheckout(tx, newCheckout(orderId, cart.id), told, pace);
    const ask = begun.effects.findLast((effect) => effect.kind === 'ask')?.what ?? null;
    return { orderId, question: ask && { ask, placement } };
  }

  const attempt = async (
    viewer: Viewer,
    input: PlaceOrderInput,
  ): Promise<Placed | PlaceOrderOutcome | typeof STALE> => {
    const { idempotencyKey: key, ...asked } = input;
    const priced = await price(viewer, input);
    let fresh: Placed | null = null;
    try {
      const { orderId } = await checkouts.transaction((tx) =>
        tx.once({ actor: viewer.id, key, operation: 'placeOrder', input: asked }, async () => {
          fresh = await place(tx, viewer, input, priced);
          return { orderId: fresh.orderId };
        }),
      );
      return fresh ?? { orderId, question: null };
    } catch (error) {
      if (error instanceof NotPlaced) return error.outcome;
      throw error;
    }
  };

  return async (guest, raw) => {
    const viewer = requireViewer(guest);
    const input = parseInput(PlaceOrderInput, raw);
    const placed = await whileStale(() => attempt(viewer, input));
    return 'kind' in placed ? placed : awaitOutcome(placed);
  };
}

function shippingOf({ rate }: Priced): number {
  if (rate.status === 'rejected') throw rate.reason;
  if ('reason' in rate.value) {
    throw new NotPlaced({ kind: 'CANNOT_SHIP', reason: rate.value.reason });
  }
  return rate.value.price;
}

/** What the customer saw in the cart is what is agreed. Throws NotPlaced. */
function requireSamePrices({ cart, lines, offers }: Priced): void {
  const changes = offers === null ? [] : priceChanges(lines, offers);
  if (changes.length === 0) return;
  const { currency } = cart;
  throw new NotPlaced({ kind: 'PRICES_CHANGED', orderId: null, changes, currency });
}

/** Counts the order against its coupon, whose row stays locked. Throws NotPlaced. */
async function useCoupon(
  tx: PlacingUnit,
  claim: { orderId: string; code: string | null; customerId: string; priced: Priced; at: Date },
): Promise<{ couponCode: string | null; discount: number }> {
  const { orderId, code, customerId, at } = claim;
  if (code === null) return { couponCode: null, discount: 0 };
  const { cart, lines } = claim.priced;
  const { subtotal } = totalsOf(lines, cart.currency);
  const answer = await tx.useCoupon(orderId, { code, customerId, subtotal, at });
  if ('problem' in answer) {
    throw new NotPlaced({ kind: 'COUPON_REFUSED', problem: answer.problem });
  }
  return { couponCode: answer.code, discount: answer.discount };
}
