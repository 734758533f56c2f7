import type { Currency } from '@souk/contracts/money';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { Offers } from '../domain/offer.ts';

/** A line and who owns the cart that it is in; null for a guest's. */
export type OwnedLine = { line: CartLine; customerId: string | null; currency: Currency };

/** What the verbs need of the store. */
export type CartStore = {
  byTokenHash: (hash: Uint8Array) => Promise<Cart | null>;
  activeOf: (customerId: string) => Promise<Cart | null>;
  byIds: (ids: readonly string[]) => Promise<Cart[]>;
  /** By the time at which they were added. */
  linesOf: (cartIds: readonly string[]) => Promise<CartLine[]>;
  linesByIds: (ids: readonly string[]) => Promise<OwnedLine[]>;
  /** Runs in one transaction; what `work` throws undoes it. */
  transaction: <T>(work: (tx: CartTransaction) => Promise<T>) => Promise<T>;
};

export type CartTransaction = {
  /** The customer's active cart, made where there is none, locked until the transaction ends. */
  openFor: (customerId: string, fresh: NewCart) => Promise<Cart>;
  insertGuest: (fresh: NewCart, tokenHash: Uint8Array) => Promise<Cart>;
  /** Locks a cart while it is active; null when it has ended. */
  lock: (id: string) => Promise<Cart | null>;
  linesOf: (cartId: string) => Promise<CartLine[]>;
  /** Inserts lines, or overwrites the line of the same variant in the same cart. */
  putLines: (lines: readonly CartLine[]) => Promise<void>;
  removeLines: (cartId: string, ids: readonly string[]) => Promise<void>;
  touch: (id: string, currency: Currency, at: Date) => Promise<Cart>;
  /** Ends a guest's cart whose lines went into another. */
  end: (id: string, mergedInto: string, at: Date) => Promise<void>;
};

export type NewCart = { id: string; currency: Currency; at: Date };

/** What the verbs need of the catalogue. */
export type OfferSource = {
  /** Throws UNAVAILABLE when the catalogue does not answer. */
  quote: (
    variantIds: readonly string[],
    currency: Currency,
    locale?: 'en' | 'ko',
  ) => Promise<Offers>;
};
