import type { Currency } from '@souk/contracts/money';
import { requireViewer, type Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { type Cart, type CartLine, checkLines } from '../domain/cart.ts';
import { merged } from '../domain/cart-changes.ts';
import type { Offers } from '../domain/offer.ts';
import { STALE, whileStale } from './attempts.ts';
import { noSuchCart } from './cart-access.ts';
import type { CartStore, CartTransaction, OfferSource } from './cart-store.ts';
import { hashOf, newLineId } from './cart-token.ts';

type Merged = { cart: Cart; lines: readonly CartLine[]; token: null };

/** Prices in the customer's currency, as far as they were asked for. */
type Quotes = { asked: ReadonlySet<string>; offers: Offers } | null;

/**
 * Moves a guest cart into the viewer's own and ends it; a cart that went there already is no error.
 * Throws UNAUTHENTICATED for guests, NOT_FOUND for a token that opens nothing of the viewer's,
 * BAD_USER_INPUT when both together are more than a cart holds, UNAVAILABLE when prices in another
 * currency are needed and the catalogue does not answer.
 */
export function mergeCart(
  store: CartStore,
  source: OfferSource,
  viewer: Viewer | null,
  cartToken: string,
): Promise<Merged> {
  const customer = requireViewer(viewer);

  const quotesFor = async (guest: Cart, currency: Currency): Promise<Quotes> => {
    if (guest.currency === currency) return null;
    const variants = (await store.linesOf([guest.id])).map((line) => line.variantId);
    return { asked: new Set(variants), offers: await source.quote(variants, currency) };
  };

  return whileStale(async () => {
    const guest = await store.byTokenHash(hashOf(cartToken));
    if (guest === null) throw noSuchCart();
    if (guest.status === 'MERGED') await requireOwn(store, guest, customer);
    const known = await store.activeOf(customer.id);
    const currency = known?.currency ?? guest.currency;
    const quotes = guest.status === 'ACTIVE' ? await quotesFor(guest, currency) : null;

    return store.transaction(async (tx) => {
      const own = await tx.openFor(customer.id, { id: newId(), currency, at: new Date() });
      if (guest.status === 'MERGED') {
        return { cart: own, lines: await tx.linesOf(own.id), token: null };
      }
      if (own.currency !== currency) return STALE;
      const locked = await tx.lock(guest.id);
      if (locked === null || locked.currency !== guest.currency) return STALE;
      return moveLines(tx, own, guest, quotes);
    });
  });
}

async function moveLines(
  tx: CartTransaction,
  own: Cart,
  guest: Cart,
  quotes: Quotes,
): Promise<Merged | typeof STALE> {
  const leaving = await tx.linesOf(guest.id);
  if (quotes !== null && leaving.some((line) => !quotes.asked.has(line.variantId))) return STALE;
  const at = new Date();
  const birth = { cartId: own.id, newId: newLineId, at };
  const lines = merged(await tx.linesOf(own.id), leaving, quotes?.offers ?? null, birth);
  checkLines(lines, own.currency);
  await tx.putLines(lines);
  await tx.removeLines(
    guest.id,
    leaving.map((line) => line.id),
  );
  await tx.end(guest.id, own.id, at);
  const cart = await tx.touch(own.id, own.currency, at);
  return { cart, lines: await tx.linesOf(own.id), token: null };
}

/** Throws NOT_FOUND when the cart went into somebody else's. */
async function requireOwn(store: CartStore, guest: Cart, customer: Viewer): Promise<void> {
  const ids = guest.mergedInto === null ? [] : [guest.mergedInto];
  const [target] = await store.byIds(ids);
  if (target?.customerId !== customer.id) throw noSuchCart();
}
