import { mayActOn, requireScope, type Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import { Instant } from '@souk/platform/instants';
import { z } from 'zod';
import { ORDER_STATUSES, type Order, type OrderStatus } from '../domain/order.ts';

/** Where a page starts: after the order with this time and id, newest first. */
export type OrderPage = { first: number; before: { placedAt: string; id: string } | null };

export type OrderFilter = {
  status: readonly OrderStatus[] | null;
  customerId: string | null;
  from: Date | null;
  to: Date | null;
};

/** What listing needs of the store. */
type OrderList = {
  /** Newest first; one more than `first`, so that the caller sees whether there is a next page. */
  list: (filter: OrderFilter, page: OrderPage) => Promise<Order[]>;
};

const Filter = z
  .object({
    status: z
      .array(z.enum(ORDER_STATUSES))
      .min(1, 'must name a status')
      .max(ORDER_STATUSES.length)
      .nullish(),
    customerId: z.uuid('is not a valid id').nullish(),
    placedBetween: z.object({ from: Instant.nullish(), to: Instant.nullish() }).nullish(),
  })
  .nullish()
  .transform(
    (filter): OrderFilter => ({
      status: filter?.status ?? null,
      customerId: filter?.customerId ?? null,
      from: filter?.placedBetween?.from ?? null,
      to: filter?.placedBetween?.to ?? null,
    }),
  );

export const ORDER_NUMBER = /^SK-\d{4}-\d{6,}$/;

/** An order as far as the viewer may know of it: somebody else's does not exist. */
export const visibleOrder = (viewer: Viewer | null, order: Order | null): Order | null =>
  order !== null && mayActOn(viewer, order.customerId, 'orders:read') ? order : null;

export type OrderVerbs = ReturnType<typeof orderVerbs>;

export const orderVerbs = (store: OrderList) => ({
  /** Everybody's orders. Throws UNAUTHENTICATED or FORBIDDEN without orders:read. */
  list: async (viewer: Viewer | null, filter: unknown, page: OrderPage): Promise<Order[]> => {
    requireScope(viewer, 'orders:read');
    return store.list(parseInput(Filter, filter), page);
  },
});
