import { parseId } from '@souk/platform/ids';
import { connection, pageArgs } from '@souk/platform/paging';
import { maySeePaymentsOf, readsAll } from '../app/payments.ts';
import { type Payment, refundable } from '../domain/payment.ts';
import type { Resolvers } from './generated.ts';

const keyOf = (row: Payment) => [row.createdAt.toISOString(), row.id];

export const resolvers: Resolvers = {
  Query: {
    payment: (_, { id }, { byId }) => byId.load(parseId(id, 'id')),
    payments: async (_, { filter, ...args }, { verbs, viewer }) => {
      const page = pageArgs(args);
      return connection(await verbs.search(viewer, filter, page), page, keyOf);
    },
    ledgerBalances: (_, __, { verbs, viewer }) => verbs.ledgerBalances(viewer),
  },
  Payment: {
    __resolveReference: ({ id }, { byId }) => byId.load(id),
    amount: ({ amount, currency }) => ({ amount, currency }),
    captured: ({ capturedAmount, currency }) => ({ amount: capturedAmount, currency }),
    refunded: ({ refundedAmount, currency }) => ({ amount: refundedAmount, currency }),
    refundable: (payment) => refundable(payment),
    history: ({ id }, _, { history }) => history.load(id),
    refunds: ({ id }, _, { refunds }) => refunds.load(id),
    order: ({ orderId }) => ({ id: orderId }),
    customer: ({ customerId }) => ({ id: customerId }),
    providerReference: ({ providerReference }, _, { viewer }) =>
      readsAll(viewer) ? providerReference : null,
  },
  PaymentStatusChange: {
    amount: ({ amount, currency }) => (amount === null ? null : { amount, currency }),
  },
  Refund: {
    __resolveReference: async ({ id }, { refundById, byId }) => {
      const refund = await refundById.load(id);
      return refund !== null && (await byId.load(refund.paymentId)) !== null ? refund : null;
    },
    amount: ({ amount, currency }) => ({ amount, currency }),
    payment: ({ paymentId }, _, { byId }) => byId.load(paymentId),
  },
  Order: {
    payment: ({ id }, _, { byOrder }) => byOrder.load(id),
  },
  User: {
    payments: async ({ id }, args, { viewer, pageOf }) => {
      if (!maySeePaymentsOf(viewer, id)) return null;
      const page = pageArgs(args);
      return connection(await pageOf(page).load(id), page, keyOf);
    },
  },
};
