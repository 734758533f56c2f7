import type { Currency } from '@souk/contracts/money';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { Observed, CartProblem as Problem } from '../domain/cart-problems.ts';
import type { Order, OrderLine, StatusReached } from '../domain/order.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type CartMapper = {
  cart: Cart;
  token: string | null;
  lines: () => Promise<readonly CartLine[]>;
};

export type CartLineMapper = CartLine & {
  currency: Currency;
  /** What the router brought along; undefined where it did not ask. */
  observed: Observed | null | undefined;
};

export type CartProblemMapper = Problem;
export type PriceChangedMapper = Extract<Problem, { kind: 'PriceChanged' }>;
export type OutOfStockMapper = Extract<Problem, { kind: 'OutOfStock' }>;
export type InsufficientStockMapper = Extract<Problem, { kind: 'InsufficientStock' }>;
export type NoLongerSoldMapper = Extract<Problem, { kind: 'NoLongerSold' }>;

export type OrderMapper = Order;
export type OrderLineMapper = OrderLine & { currency: Currency };
export type TimelineEntryMapper = StatusReached;
export type StatusReachedMapper = StatusReached;

/** Owned elsewhere: only the key is known here. */
export type ProductMapper = { id: string };
export type ProductVariantMapper = { id: string };
export type UserMapper = { id: string };
