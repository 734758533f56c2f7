import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { type Cart, type CartLine, checkLines } from '../domain/cart.ts';
import { repriced, withAdded } from '../domain/cart-changes.ts';
import { STALE, whileStale } from './attempts.ts';
import { type Caller, findCart, noSuchCart, requireCart } from './cart-access.ts';
import { Addition, LineQuantity } from './cart-input.ts';
import type { CartStore, CartTransaction, NewCart, OfferSource } from './cart-store.ts';
import { hashOf, newLineId, newToken } from './cart-token.ts';
import { mergeCart } from './merge-cart.ts';

/** A cart after a change, its lines, and its token where the caller has it. */
export type CartView = { cart: Cart; lines: readonly CartLine[]; token: string | null };

export type CartVerbs = ReturnType<typeof cartVerbs>;

/** What people can do with carts. */
export function cartVerbs(store: CartStore, offers: OfferSource) {
  const fresh = (currency: Currency): NewCart => ({ id: newId(), currency, at: new Date() });

  /** Runs `work` on a locked cart. Throws NOT_FOUND when it ended before it could be locked. */
  const change = (
    cart: Cart,
    caller: Caller,
    work: (tx: CartTransaction, cart: Cart, lines: CartLine[]) => Promise<unknown>,
  ): Promise<CartView> =>
    store.transaction(async (tx) => {
      const locked = await tx.lock(cart.id);
      if (locked === null) throw noSuchCart();
      await work(tx, locked, await tx.linesOf(cart.id));
      return finish(tx, locked, locked.currency, caller.cartToken);
    });

  const finish = async (
    tx: CartTransaction,
    cart: Cart,
    currency: Currency,
    token: string | null,
  ): Promise<CartView> => {
    const lines = await tx.linesOf(cart.id);
    checkLines(lines, currency);
    return { cart: await tx.touch(cart.id, currency, new Date()), lines, token };
  };

  /** The customer's cart or a new guest cart, locked. */
  const open = async (tx: CartTransaction, caller: Caller, currency: Currency) => {
    if (caller.viewer !== null) {
      return { cart: await tx.openFor(caller.viewer.id, fresh(currency)), token: null };
    }
    const token = newToken();
    return { cart: await tx.insertGuest(fresh(currency), hashOf(token)), token };
  };

  /** Quotes every line in `currency`; `dropUnsold` says what becomes of lines without an offer. */
  const requote = (caller: Caller, wanted: Currency | null, dropUnsold: boolean) =>
    whileStale(async () => {
      const cart = await requireCart(store, caller);
      if (wanted === cart.currency) return change(cart, caller, async () => {});
      const currency = wanted ?? cart.currency;
      const asked = (await store.linesOf([cart.id])).map((line) => line.variantId);
      const quotes = await offers.quote(asked, currency);
      return store.transaction(async (tx) => {
        const locked = await tx.lock(cart.id);
        if (locked === null || (wanted === null && locked.currency !== currency)) return STALE;
        const lines = await tx.linesOf(cart.id);
        if (lines.some((line) => !asked.includes(line.variantId))) return STALE;
        const unsold = lines.filter((line) => !quotes.has(line.variantId)).map((line) => line.id);
        if (dropUnsold) await tx.removeLines(cart.id, unsold);
        await tx.putLines(repriced(lines, quotes).filter((line) => !unsold.includes(line.id)));
        return finish(tx, cart, currency, caller.cartToken);
      });
    });

  return {
    /** The cart that the caller may see, or null. */
    find: (caller: Caller): Promise<Cart | null> => findCart(store, caller),

    create: (caller: Caller, currency: Currency): Promise<CartView> =>
      store.transaction(async (tx) => {
        const { cart, token } = await open(tx, caller, currency);
        return { cart, lines: await tx.linesOf(cart.id), token };
      }),

    /**
     * Adds units at the present price. Throws BAD_USER_INPUT for what a cart cannot hold, NOT_FOUND
     * for a token or variant that names nothing, UNAVAILABLE without the catalogue.
     */
    add: (viewer: Caller['viewer'], input: unknown): Promise<CartView> => {
      const wanted = parseInput(Addition, input);
      const caller = { viewer, cartToken: wanted.cartToken };
      return whileStale(async () => {
        const known =
          caller.cartToken === null
            ? await findCart(store, caller)
            : await requireCart(store, caller);
        const currency = known?.currency ?? wanted.currency;
        const locale = wanted.locale === 'KO' ? 'ko' : 'en';
        const quotes = await offers.quote([wanted.variantId], currency, locale);
        const offer = quotes.get(wanted.variantId);
        if (offer === undefined) {
          throw new AppError('NOT_FOUND', 'variantId names nothing that is for sale.', {
            argument: 'variantId',
          });
        }
        return store.transaction(async (tx) => {
          const { cart, token } =
            known === null
              ? await open(tx, caller, currency)
              : { cart: await tx.lock(known.id), token: caller.cartToken };
          if (cart === null || cart.currency !== currency) return STALE;
          const lines = await tx.linesOf(cart.id);
          const birth = { cartId: cart.id, newId: newLineId, at: new Date() };
          await tx.putLines([withAdded(lines, offer, wanted.quantity, birth)]);
          return finish(tx, cart, currency, token);
        });
      });
    },

    /** Throws NOT_FOUND for a line of another cart, BAD_USER_INPUT unless 0 to 99. */
    setQuantity: async (caller: Caller, input: unknown): Promise<CartView> => {
      const { lineId, quantity } = parseInput(LineQuantity, input);
      const cart = await requireCart(store, caller);
      return change(cart, caller, async (tx, { id }, lines) => {
        const line = lines.find((each) => each.id === lineId);
        if (line === undefined) {
          throw new AppError('NOT_FOUND', 'The cart has no such line.', { argument: 'lineId' });
        }
        if (quantity === 0) await tx.removeLines(id, [lineId]);
        else await tx.putLines([{ ...line, quantity }]);
      });
    },

    removeLine: async (caller: Caller, lineId: string): Promise<CartView> =>
      change(await requireCart(store, caller), caller, (tx, { id }) =>
        tx.removeLines(id, [lineId]),
      ),

    clear: async (caller: Caller): Promise<CartView> =>
      change(await requireCart(store, caller), caller, (tx, { id }, lines) =>
        tx.removeLines(
          id,
          lines.map((line) => line.id),
        ),
      ),

    /** Lines that are not sold in the new currency leave. Throws UNAVAILABLE without the catalogue. */
    setCurrency: (caller: Caller, currency: Currency) => requote(caller, currency, true),

    /** Lines that are not sold any more stay as they are. Throws UNAVAILABLE without the catalogue. */
    acceptPrices: (caller: Caller) => requote(caller, null, false),

    merge: (viewer: Caller['viewer'], cartToken: string): Promise<CartView> =>
      mergeCart(store, offers, viewer, cartToken),
  };
}
