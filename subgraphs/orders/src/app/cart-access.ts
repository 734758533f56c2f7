import { AppError } from '@souk/platform/errors';
import type { Viewer } from '@souk/platform/identity';
import type { Cart } from '../domain/cart.ts';
import type { CartStore } from './cart-store.ts';
import { hashOf } from './cart-token.ts';

/** Who asks, and with what secret. A token given is the cart that is meant, signed in or not. */
export type Caller = { viewer: Viewer | null; cartToken: string | null };

/** The active cart that a caller may use, or null. */
export async function findCart(
  store: Pick<CartStore, 'byTokenHash' | 'activeOf'>,
  { viewer, cartToken }: Caller,
): Promise<Cart | null> {
  if (cartToken !== null) {
    const cart = await store.byTokenHash(hashOf(cartToken));
    return cart?.status === 'ACTIVE' ? cart : null;
  }
  return viewer === null ? null : store.activeOf(viewer.id);
}

export const noSuchCart = () =>
  new AppError('NOT_FOUND', 'This token opens no cart; it ends when the cart is merged.', {
    argument: 'cartToken',
  });

/** The same, where there must be one. Throws NOT_FOUND, or BAD_USER_INPUT for a guest without token. */
export async function requireCart(
  store: Pick<CartStore, 'byTokenHash' | 'activeOf'>,
  caller: Caller,
): Promise<Cart> {
  const cart = await findCart(store, caller);
  if (cart !== null) return cart;
  if (caller.cartToken !== null) throw noSuchCart();
  if (caller.viewer !== null) {
    throw new AppError('NOT_FOUND', 'You have no cart yet: addToCart starts one.');
  }
  throw new AppError('BAD_USER_INPUT', 'Sign in, or pass the cartToken of a guest cart.', {
    argument: 'cartToken',
  });
}

/** Whether a customer's own cart, or a line of it, is the viewer's. */
export const isOwner = (viewer: Viewer | null, customerId: string | null): boolean =>
  viewer !== null && viewer.id === customerId;
