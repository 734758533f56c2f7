import type { DeadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Viewer } from '@souk/platform/identity';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import type { Page } from '@souk/platform/paging';
import type { RequestScope } from '@souk/platform/subgraph';
import type DataLoader from 'dataloader';
import {
  type PaymentVerbs,
  type Place,
  placeOf,
  possibleIds,
  visiblePayments,
} from '../app/payments.ts';
import type { RefundVerbs } from '../app/refunds.ts';
import type { Payment, Refund, StatusChange } from '../domain/payment.ts';

/** What resolvers may read; the store answers to it. */
export type PaymentReads = {
  byIds: (ids: readonly string[]) => Promise<Payment[]>;
  byOrders: (orderIds: readonly string[]) => Promise<Payment[]>;
  ofCustomers: (ids: readonly string[], place: Place | null, limit: number) => Promise<Payment[]>;
  history: (paymentIds: readonly string[]) => Promise<StatusChange[]>;
  refundsOf: (paymentIds: readonly string[]) => Promise<Refund[]>;
  refundsById: (ids: readonly string[]) => Promise<Refund[]>;
};

/** What resolvers may do. */
export type Verbs = PaymentVerbs & RefundVerbs & { deadLetters: DeadLetterVerbs };

export type Context = {
  viewer: Viewer | null;
  verbs: Verbs;
  byId: DataLoader<string, Payment | null>;
  byOrder: DataLoader<string, Payment | null>;
  pageOf: (page: Page) => DataLoader<string, Payment[]>;
  history: DataLoader<string, StatusChange[]>;
  refunds: DataLoader<string, Refund[]>;
  refundById: DataLoader<string, Refund | null>;
};

/**
 * Made anew for every request. No loader hands out a payment that the viewer may not see, so that
 * no field can forget to ask.
 */
export const paymentContext =
  (verbs: Verbs, reads: PaymentReads) =>
  ({ viewer }: RequestScope): Context => {
    const pages = new Map<string, DataLoader<string, Payment[]>>();
    const seen =
      (read: (ids: readonly string[]) => Promise<Payment[]>) => async (ids: readonly string[]) => {
        const possible = possibleIds(ids);
        if (viewer === null || possible.length === 0) return [];
        return visiblePayments(viewer, await read(possible));
      };
    const pageOf = (page: Page): DataLoader<string, Payment[]> => {
      const key = JSON.stringify(page);
      const place = placeOf(page.after);
      const loader =
        pages.get(key) ??
        listLoader(
          seen((ids) => reads.ofCustomers(ids, place, page.first + 1)),
          (row) => row.customerId,
        );
      pages.set(key, loader);
      return loader;
    };
    return {
      viewer,
      verbs,
      byId: rowLoader(seen(reads.byIds), (row) => row.id),
      byOrder: rowLoader(seen(reads.byOrders), (row) => row.orderId),
      pageOf,
      history: listLoader(reads.history, (row) => row.paymentId),
      refunds: listLoader(reads.refundsOf, (row) => row.paymentId),
      refundById: rowLoader(
        async (ids) => {
          const possible = possibleIds(ids);
          return possible.length === 0 ? [] : reads.refundsById(possible);
        },
        (row) => row.id,
      ),
    };
  };
