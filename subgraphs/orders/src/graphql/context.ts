import type { Currency } from '@souk/contracts/money';
import type { DeadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Viewer } from '@souk/platform/identity';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import type { RequestScope } from '@souk/platform/subgraph';
import DataLoader from 'dataloader';
import type { CartStore, OfferSource, OwnedLine } from '../app/cart-store.ts';
import type { CartVerbs } from '../app/carts.ts';
import type { CouponVerbs } from '../app/coupons.ts';
import type { WatchOrder } from '../app/order-watch.ts';
import type { OrderPage, OrderVerbs } from '../app/orders.ts';
import type { PlaceOrderOutcome } from '../app/place-order-outcome.ts';
import type { CheckoutQuote } from '../app/quote.ts';
import type { ReturnVerbs } from '../app/returns.ts';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { Offer } from '../domain/offer.ts';
import type { Order } from '../domain/order.ts';
import type { RejectionCode } from '../domain/order-rejected.ts';
import type { Return } from '../domain/return.ts';
import {
  type OrderLoaders,
  type OrderReads,
  orderLoaders,
  type ReturnReads,
} from './order-loaders.ts';

type CartReads = Pick<CartStore, 'byIds' | 'linesOf' | 'linesByIds'>;

/** What people can do; every verb checks by itself who asks, and what for. */
type Verbs = {
  carts: CartVerbs;
  orders: OrderVerbs;
  watchOrder: WatchOrder;
  placeOrder: (viewer: Viewer | null, input: unknown) => Promise<PlaceOrderOutcome>;
  cancelOrder: (
    viewer: Viewer | null,
    input: unknown,
  ) => Promise<{ kind: 'ORDER'; orderId: string } | { kind: 'REFUSED'; code: RejectionCode }>;
  quoteCheckout: (
    viewer: Viewer | null,
    cart: { cart: Cart; lines: readonly CartLine[] },
    wish: unknown,
  ) => Promise<CheckoutQuote | null>;
  returns: ReturnVerbs;
  listReturns: (viewer: Viewer | null, status: unknown, page: OrderPage) => Promise<Return[]>;
  coupons: CouponVerbs;
  deadLetters: DeadLetterVerbs;
};

export type Context = Verbs &
  OrderLoaders & {
    viewer: Viewer | null;
    cartById: DataLoader<string, Cart | null>;
    linesOfCart: DataLoader<string, CartLine[]>;
    cartLineById: DataLoader<string, OwnedLine | null>;
    /** The same page of everybody's orders, by customer. */
    ordersOf: (page: OrderPage) => DataLoader<string, Order[]>;
    /** What a variant costs at present; null where it is not sold. */
    offerIn: (currency: Currency) => DataLoader<string, Offer | null>;
  };

type Reads = {
  cartReads: CartReads;
  orderReads: OrderReads;
  returnReads: ReturnReads;
  offers: OfferSource;
};

const MAX_QUOTED = 100;

export const ordersContext =
  ({ cartReads, orderReads, returnReads, offers, ...verbs }: Verbs & Reads) =>
  ({ viewer }: RequestScope): Context => ({
    ...verbs,
    ...orderLoaders(viewer, orderReads, returnReads),
    viewer,
    cartById: rowLoader(cartReads.byIds, (row) => row.id),
    linesOfCart: listLoader(cartReads.linesOf, (row) => row.cartId),
    cartLineById: rowLoader(cartReads.linesByIds, (row) => row.line.id),
    ordersOf: perArgument((page: OrderPage) =>
      listLoader(
        (ids: readonly string[]) => orderReads.ofCustomers(ids, page),
        (row) => row.customerId,
      ),
    ),
    offerIn: perArgument(
      (currency: Currency) =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await offers.quote(ids, currency);
            return ids.map((id) => found.get(id) ?? null);
          },
          { maxBatchSize: MAX_QUOTED },
        ),
    ),
  });

/** One loader for each argument that fields of the same request are asked with. */
function perArgument<Argument, Loader>(make: (argument: Argument) => Loader) {
  const made = new Map<string, Loader>();
  return (argument: Argument): Loader => {
    const key = JSON.stringify(argument);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(argument);
    made.set(key, fresh);
    return fresh;
  };
}
