import { z } from 'zod';
import type { Refunds } from '../app/refunds.ts';
import type { Book } from '../ledger/book.ts';
import { presentRefund } from '../shapes/refund.ts';
import type { Api } from './api.ts';
import { presentList } from './list.ts';
import { Amount, Metadata, Page, parameters, Text } from './parameters.ts';

const Create = z.strictObject({
  payment_intent: Text,
  amount: Amount.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: Metadata,
});
const List = z.strictObject({ ...Page, payment_intent: Text.optional() });

/** /v1/refunds. */
export function refundRoutes(api: Api, book: Book, refunds: Refunds): void {
  api.post('/refunds', (form) => {
    const asked = parameters(Create, form);
    return () =>
      refunds.create({
        paymentIntent: asked.payment_intent,
        amount: asked.amount ?? null,
        reason: asked.reason ?? null,
        metadata: asked.metadata,
      });
  });
  api.get('/refunds', (query) => {
    const { payment_intent, ...page } = parameters(List, query);
    const all = [...book.refunds.values()].filter(
      (each) => payment_intent === undefined || each.paymentIntent === payment_intent,
    );
    return presentList({ url: '/v1/refunds', all, page, shape: presentRefund });
  });
  api.get('/refunds/:id', (_, { id }) => presentRefund(refunds.find(id)));
}
