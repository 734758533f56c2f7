import type { Attempt } from '../audit/facts.ts';
import { all, each, grouped, type Invariant } from '../audit/finding.ts';
import { hasFailed, isKept, named } from './order-states.ts';

/** The shop may take an order back by itself only where stock or money were lost after the pivot. */
const OWN_REASONS = /^(PAYMENT_LOST|STOCK_LOST|NOT_DISPATCHED)$/;

export const repliesAreIdempotent: Invariant = {
  name: 'a key buys once and is answered alike',
  check: ({ attempts, replays, orders }) => {
    const named = new Set(attempts.flatMap(({ orderIds }) => orderIds));
    const ofCustomer = grouped(orders, ({ customerId }) => customerId);
    const attemptsOf = grouped(attempts, ({ customerId }) => customerId);
    const customers = [...new Set(attempts.map(({ customerId }) => customerId))];
    return all(
      each(attempts, ({ key, orderIds }) => {
        const different = [...new Set(orderIds)];
        return different.length > 1 ? `key ${key} led to ${different.join(' and ')}` : null;
      }),
      each(customers, (customer) => {
        const untold = ofCustomer(customer).filter(({ id }) => !named.has(id));
        const unanswered = attemptsOf(customer).filter(({ orderIds }) => orderIds.length === 0);
        return untold.length > unanswered.length
          ? `customer ${customer} has orders that no reply told of: ${untold.map(({ id }) => id).join(', ')}`
          : null;
      }),
      each(replays, ({ key, orderIds: [before], again, otherBodyRefused }) => {
        if (before !== again) return `key ${key} led to ${before}; sent again, to ${again}`;
        return otherBodyRefused ? null : `key ${key} was taken with another body`;
      }),
    );
  },
};

export const promisesAreKept: Invariant = {
  name: 'what customers were told holds',
  check: ({ attempts, orders, sagas }) => {
    const byId = new Map(orders.map((order) => [order.id, order]));
    const reasons = new Map(sagas.map(({ orderId, reason }) => [orderId, reason ?? '']));
    const answered = attempts.filter(({ orderIds }) => orderIds.length > 0);
    return each(answered, (attempt) => {
      const order = byId.get(attempt.orderIds[0] ?? '');
      if (order === undefined)
        return `${named(`${attempt.orderIds[0]}`)} was told and does not exist`;
      const { id, status } = order;
      const { promised, refused } = gist(attempt);
      if (promised && (status === 'REJECTED' || status === 'EXPIRED')) {
        return `${named(id)} was confirmed to its customer and is ${status}`;
      }
      if (promised && status === 'CANCELLED' && !attempt.cancelAsked) {
        const reason = reasons.get(id) ?? '';
        if (!OWN_REASONS.test(reason)) {
          return `${named(id)} was confirmed, and cancelled though nobody asked (${reason})`;
        }
      }
      return refused && !hasFailed(order)
        ? `${named(id)} was refused to its customer (${attempt.told.join(', ')}) and is ${status}`
        : null;
    });
  },
};

function gist({ told }: Attempt): { promised: boolean; refused: boolean } {
  return {
    promised: told.some((status) => isKept({ status })),
    refused: told.some((word) => /^(ItemsOutOfStock|PricesChanged|PaymentDeclined)$/.test(word)),
  };
}
