import type { Viewer } from '@souk/platform/identity';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import DataLoader from 'dataloader';
import type { CheckoutLogEntry } from '../app/checkout-store.ts';
import type { OrderPage } from '../app/orders.ts';
import type { Order, OrderLine, StatusReached } from '../domain/order.ts';
import type { Return, ReturnItem, ReturnReached } from '../domain/return.ts';

type Ids = readonly string[];

/** What resolvers may read of orders; the store answers to it. */
export type OrderReads = {
  byIds: (ids: Ids) => Promise<Order[]>;
  byNumber: (number: string) => Promise<Order | null>;
  linesOf: (orderIds: Ids) => Promise<OrderLine[]>;
  historyOf: (orderIds: Ids) => Promise<StatusReached[]>;
  /** What their checkouts did. */
  stepsOf: (orderIds: Ids) => Promise<CheckoutLogEntry[]>;
  ofCustomers: (customerIds: Ids, page: OrderPage) => Promise<Order[]>;
  bought: (customerId: string, productIds: Ids) => Promise<string[]>;
};

/** The same of returns. */
export type ReturnReads = {
  byIds: (ids: Ids) => Promise<Return[]>;
  /** Oldest first. */
  ofOrders: (orderIds: Ids) => Promise<Return[]>;
  itemsOf: (returnIds: Ids) => Promise<ReturnItem[]>;
  historyOf: (returnIds: Ids) => Promise<ReturnReached[]>;
};

export type OrderLoaders = ReturnType<typeof orderLoaders>;

/** Orders, their returns and what belongs to them: one statement each, however many are asked for. */
export function orderLoaders(viewer: Viewer | null, orders: OrderReads, returns: ReturnReads) {
  const changing = {
    orderById: rowLoader(orders.byIds, (row) => row.id),
    linesOfOrder: listLoader(orders.linesOf, (row) => row.orderId),
    historyOfOrder: listLoader(orders.historyOf, (row) => row.orderId),
    stepsOfOrder: listLoader(orders.stepsOf, (row) => row.orderId),
    returnById: rowLoader(returns.byIds, (row) => row.id),
    returnsOfOrder: listLoader(returns.ofOrders, (row) => row.orderId),
    itemsOfReturn: listLoader(returns.itemsOf, (row) => row.returnId),
    historyOfReturn: listLoader(returns.historyOf, (row) => row.returnId),
  };
  return {
    ...changing,
    orderByNumber: orders.byNumber,
    /** Whether the viewer has bought a product. */
    bought: new DataLoader(async (productIds: Ids) => {
      const known = new Set(viewer && (await orders.bought(viewer.id, productIds)));
      return productIds.map((id) => known.has(id));
    }),
    /** After a verb: so that a mutation's reply, and the next one's, reads what it wrote. */
    forget: () => {
      for (const loader of Object.values(changing)) loader.clearAll();
    },
  };
}
