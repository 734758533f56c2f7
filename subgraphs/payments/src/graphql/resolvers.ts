import { AppError } from '@souk/platform/errors';
import { parseId } from '@souk/platform/ids';
import { connection, pageArgs } from '@souk/platform/paging';
import { availableActions, maySeePaymentsOf, readsAll } from '../app/payments.ts';
import { type Payment, refundable } from '../domain/payment.ts';
import type { Resolvers } from './generated.ts';
import { REFUSALS } from './refusal-messages.ts';

const keyOf = (row: Payment) => [row.createdAt.toISOString(), row.id];

export const resolvers: Resolvers = {
  Query: {
    payment: (_, { id }, { byId }) => byId.load(parseId(id, 'id')),
    payments: async (_, { filter, ...args }, { verbs, viewer }) => {
      const page = pageArgs(args);
      return connection(await verbs.search(viewer, filter, page), page, keyOf);
    },
    ledgerBalances: (_, __, { verbs, viewer }) => verbs.ledgerBalances(viewer),
    paymentsDeadLetters: (_, args, { verbs, viewer }) => verbs.deadLetters.list(viewer, args),
    paymentsDeadLetter: (_, { id }, { verbs, viewer }) => verbs.deadLetters.read(viewer, id),
  },
  Mutation: {
    refundPayment: async (_, { input }, { verbs, viewer, byId }) => {
      const outcome = await verbs.refund(viewer, input);
      if (outcome.kind === 'REFUSED') return { __typename: 'RefundRefused', code: outcome.code };
      const payment = await byId.load(outcome.paymentId);
      if (payment === null) throw new AppError('NOT_FOUND', 'There is no such payment.');
      return { __typename: 'Payment', ...payment };
    },
    redrivePaymentsDeadLetter: (_, { id }, { verbs, viewer }) =>
      verbs.deadLetters.redrive(viewer, id),
    dropPaymentsDeadLetter: (_, { id }, { verbs, viewer }) => verbs.deadLetters.drop(viewer, id),
  },
  RefundRefused: {
    message: ({ code }, { locale }) => REFUSALS[code][locale],
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
    actionUrl: ({ actionUrl, customerId }, _, { viewer }) =>
      viewer?.id === customerId ? actionUrl : null,
    availableActions: (payment, _, { viewer }) => availableActions(viewer, payment),
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
