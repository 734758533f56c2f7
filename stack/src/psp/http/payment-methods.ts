import { z } from 'zod';
import { cardOfNumber } from '../domain/card.ts';
import { paymentMethodOf, paymentMethodOfToken } from '../domain/payment-method.ts';
import { missing } from '../domain/refusal.ts';
import { newId, unixSeconds } from '../ids.ts';
import type { Book } from '../ledger/book.ts';
import { presentPaymentMethod } from '../shapes/payment-method.ts';
import type { Api } from './api.ts';
import { parameters, Text } from './parameters.ts';

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'Invalid integer')
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const Create = z.strictObject({
  type: z.literal('card'),
  card: z.strictObject({
    number: Text,
    exp_month: whole(1, 12),
    exp_year: whole(2_000, 2_100),
    cvc: z
      .string()
      .regex(/^\d{3,4}$/)
      .optional(),
  }),
});

/** /v1/payment_methods: cards by number, and the tokens that stand for test cards. */
export function paymentMethodRoutes(api: Api, book: Book): void {
  api.post('/payment_methods', (form) => {
    const { card } = parameters(Create, form);
    return () => {
      const method = paymentMethodOf(cardOfNumber(card.number), {
        id: newId('pm'),
        created: unixSeconds(),
        expMonth: card.exp_month,
        expYear: card.exp_year,
      });
      return { body: presentPaymentMethod(method), changes: { paymentMethods: [method] } };
    };
  });
  api.get('/payment_methods/:id', (_, { id }) => {
    const method = book.paymentMethods.get(id) ?? paymentMethodOfToken(id, id, unixSeconds());
    if (method === null) throw missing('PaymentMethod', id, 'payment_method');
    return presentPaymentMethod(method);
  });
}
