import type { Currency } from '@souk/contracts/money';
import type { Viewer } from '@souk/platform/identity';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import type { RequestScope } from '@souk/platform/subgraph';
import DataLoader from 'dataloader';
import type { CartStore, OfferSource, OwnedLine } from '../app/cart-store.ts';
import type { CartVerbs } from '../app/carts.ts';
import type { OrderPage, OrderVerbs } from '../app/orders.ts';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { Offer } from '../domain/offer.ts';
import type { Order, OrderLine, StatusReached } from '../domain/order.ts';

type CartReads = Pick<CartStore, 'byIds' | 'linesOf' | 'linesByIds'>;

/** What resolvers may read of orders; the store answers to it. */
type OrderReads = {
  byIds: (ids: readonly string[]) => Promise<Order[]>;
  byNumber: (number: string) => Promise<Order | null>;
  linesOf: (orderIds: readonly string[]) => Promise<OrderLine[]>;
  historyOf: (orderIds: readonly string[]) => Promise<StatusReached[]>;
  ofCustomers: (customerIds: readonly string[], page: OrderPage) => Promise<Order[]>;
  bought: (customerId: string, productIds: readonly string[]) => Promise<string[]>;
};

export type Context = {
  viewer: Viewer | null;
  carts: CartVerbs;
  orders: OrderVerbs;
  cartById: DataLoader<string, Cart | null>;
  linesOfCart: DataLoader<string, CartLine[]>;
  cartLineById: DataLoader<string, OwnedLine | null>;
  orderById: DataLoader<string, Order | null>;
  orderByNumber: (number: string) => Promise<Order | null>;
  linesOfOrder: DataLoader<string, OrderLine[]>;
  historyOfOrder: DataLoader<string, StatusReached[]>;
  /** Whether the viewer has bought a product. */
  bought: DataLoader<string, boolean>;
  /** The same page of everybody's orders, by customer. */
  ordersOf: (page: OrderPage) => DataLoader<string, Order[]>;
  /** What a variant costs at present; null where it is not sold. */
  offerIn: (currency: Currency) => DataLoader<string, Offer | null>;
};

type Parts = {
  carts: CartVerbs;
  orders: OrderVerbs;
  cartReads: CartReads;
  orderReads: OrderReads;
  offers: OfferSource;
};

const MAX_QUOTED = 100;

export const ordersContext =
  ({ carts, orders, cartReads, orderReads, offers }: Parts) =>
  ({ viewer }: RequestScope): Context => ({
    viewer,
    carts,
    orders,
    cartById: rowLoader(cartReads.byIds, (row) => row.id),
    linesOfCart: listLoader(cartReads.linesOf, (row) => row.cartId),
    cartLineById: rowLoader(cartReads.linesByIds, (row) => row.line.id),
    orderById: rowLoader(orderReads.byIds, (row) => row.id),
    orderByNumber: orderReads.byNumber,
    linesOfOrder: listLoader(orderReads.linesOf, (row) => row.orderId),
    historyOfOrder: listLoader(orderReads.historyOf, (row) => row.orderId),
    bought: new DataLoader(async (productIds) => {
      const known = new Set(viewer && (await orderReads.bought(viewer.id, productIds)));
      return productIds.map((id) => known.has(id));
    }),
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
