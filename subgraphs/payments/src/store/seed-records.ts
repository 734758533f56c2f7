import { Currency } from '@souk/contracts/money';
import { Instant } from '@souk/platform/instants';
import { z } from 'zod';
import { contradictions, PAYMENT_STATUSES, REFUND_STATUSES } from '../domain/payment.ts';
import type { PaymentEvent } from '../domain/payment-events.ts';
import { evolvePayment, noPayment } from '../domain/payment-state.ts';
import { CrookedHistory, eventsOf } from '../domain/told-payment.ts';

const MinorUnits = z.int().min(0).max(2_147_483_647);

const Card = z.object({
  brand: z.string().min(1).max(40),
  last4: z.string().regex(/^\d{4}$/, 'exactly the last four digits'),
  expMonth: z.int().min(1).max(12),
  expYear: z.int().min(2000).max(2100),
});

/** A payment as seed files tell it. Amounts in minor units; what adds up nowhere is refused. */
export const PaymentRecord = z
  .object({
    kind: z.literal('payment'),
    id: z.uuid(),
    orderId: z.uuid(),
    customerId: z.uuid(),
    status: z.enum(PAYMENT_STATUSES),
    currency: Currency,
    amount: MinorUnits.min(1),
    capturedAmount: MinorUnits,
    refundedAmount: MinorUnits,
    card: Card.nullable(),
    providerReference: z.string().min(1).max(255).nullable(),
    createdAt: Instant,
    history: z
      .array(
        z.object({
          status: z.enum(PAYMENT_STATUSES),
          at: Instant,
          amount: MinorUnits.min(1).nullable(),
        }),
      )
      .min(1)
      .max(100),
    refunds: z
      .array(
        z.object({
          id: z.uuid(),
          amount: MinorUnits.min(1),
          reason: z.string().min(1).max(500),
          status: z.enum(REFUND_STATUSES),
          createdAt: Instant,
        }),
      )
      .max(100),
  })
  .transform(({ kind: _, ...record }, context) => {
    const wrong = contradictions(record);
    const givenBack = record.refunds
      .filter(({ status }) => status === 'SUCCEEDED')
      .reduce((total, { amount }) => total + amount, 0);
    if (givenBack !== record.refundedAmount) {
      wrong.push(`its refunds sum to ${givenBack}, not to ${record.refundedAmount}`);
    }
    if (record.history.at(-1)?.status !== record.status) {
      wrong.push('its history does not end in its status');
    }
    let events: PaymentEvent[] = [];
    try {
      events = eventsOf(record);
      const { status } = events.reduce(evolvePayment, noPayment);
      if (status !== record.status) wrong.push(`its history comes to ${status}`);
    } catch (error) {
      if (!(error instanceof CrookedHistory)) throw error;
      wrong.push(error.message);
    }
    for (const message of wrong) {
      context.addIssue({ code: 'custom', message: `payment ${record.id}: ${message}` });
    }
    return { id: record.id, orderId: record.orderId, events };
  });

export type PaymentRecord = z.output<typeof PaymentRecord>;
