import { z } from 'zod';
import type { Intents } from '../app/intents.ts';
import type { Book } from '../ledger/book.ts';
import type { Api } from './api.ts';
import { presentList } from './list.ts';
import {
  Amount,
  AmountOrZero,
  Currency,
  Expand,
  Flag,
  Metadata,
  Page,
  parameters,
  Text,
  WebAddress,
} from './parameters.ts';

const MultiCapture = z.strictObject({
  card: z
    .strictObject({
      request_multicapture: z.enum(['if_available', 'never']).default('never'),
      request_three_d_secure: z.enum(['automatic', 'any', 'challenge']).optional(),
    })
    .default({ request_multicapture: 'never' }),
});

const Create = z.strictObject({
  amount: Amount,
  currency: Currency,
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic_async'),
  payment_method: Text.optional(),
  payment_method_options: MultiCapture.default({ card: { request_multicapture: 'never' } }),
  payment_method_types: z.record(z.string(), z.literal('card')).optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: Flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  confirm: Flag.default(false),
  return_url: WebAddress.optional(),
  description: Text.optional(),
  customer: Text.optional(),
  metadata: Metadata,
  expand: Expand,
});
const Confirm = z.strictObject({
  payment_method: Text.optional(),
  return_url: WebAddress.optional(),
  expand: Expand,
});
const Capture = z.strictObject({
  amount_to_capture: AmountOrZero.optional(),
  final_capture: Flag.default(true),
  metadata: Metadata,
  expand: Expand,
});
const Cancel = z.strictObject({
  cancellation_reason: z
    .enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'])
    .optional(),
  expand: Expand,
});
const Retrieve = z.strictObject({ client_secret: Text.optional(), expand: Expand });
const List = z.strictObject({ ...Page, customer: Text.optional() });

/** /v1/payment_intents. */
export function intentRoutes(api: Api, book: Book, intents: Intents): void {
  api.post('/payment_intents', (form) => {
    const asked = parameters(Create, form);
    return () =>
      intents.create(
        {
          amount: asked.amount,
          currency: asked.currency,
          captureMethod: asked.capture_method,
          multicapture: asked.payment_method_options.card.request_multicapture === 'if_available',
          paymentMethod: asked.payment_method ?? null,
          confirm: asked.confirm,
          returnUrl: asked.return_url ?? null,
          description: asked.description ?? null,
          customer: asked.customer ?? null,
          metadata: asked.metadata,
        },
        asked.expand,
      );
  });
  api.get('/payment_intents', (query) => {
    const { customer, ...page } = parameters(List, query);
    const all = [...book.intents.values()].filter(
      (each) => customer === undefined || each.customer === customer,
    );
    const shape = (each: (typeof all)[number]) => intents.shape(each);
    return presentList({ url: '/v1/payment_intents', all, page, shape });
  });
  api.get('/payment_intents/:id', (query, { id }) =>
    intents.shape(intents.find(id), parameters(Retrieve, query).expand),
  );
  api.post('/payment_intents/:id/confirm', (form, { id }) => {
    const { payment_method = null, return_url = null, expand } = parameters(Confirm, form);
    return () => intents.confirm(id, payment_method, return_url, expand);
  });
  api.post('/payment_intents/:id/capture', (form, { id }) => {
    const asked = parameters(Capture, form);
    const { amount_to_capture = null, final_capture, metadata, expand } = asked;
    return () => intents.capture(id, amount_to_capture, final_capture, metadata, expand);
  });
  api.post('/payment_intents/:id/cancel', (form, { id }) => {
    const { cancellation_reason = null, expand } = parameters(Cancel, form);
    return () => intents.cancel(id, cancellation_reason, expand);
  });
}
