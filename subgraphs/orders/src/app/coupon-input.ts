import { Currency } from '@souk/contracts/money';
import { IdempotencyKey } from '@souk/platform/idempotency';
import { Instant } from '@souk/platform/instants';
import { z } from 'zod';
import { COUPON_CODE } from '../domain/coupon.ts';

/** What a currency may amount to at all: GraphQL's Int has 32 bits. */
const Amount = z.object({ amount: z.int().min(1, 'must be positive'), currency: Currency });
const Limit = z.int().min(1, 'must be at least 1').max(2_000_000_000);

export const NewCoupon = z
  .object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(COUPON_CODE, 'has 3 to 32 letters, digits and hyphens, and no hyphen first'),
    percent: z
      .int()
      .min(1, 'must be 1 to 100')
      .max(100, 'must be 1 to 100')
      .nullish()
      .default(null),
    amount: Amount.nullish().default(null),
    minimum: Amount.nullish().default(null),
    usageLimit: Limit.nullish().default(null),
    customerLimit: Limit.nullish().default(null),
    startsAt: Instant.nullish().default(null),
    endsAt: Instant.nullish().default(null),
    idempotencyKey: IdempotencyKey,
  })
  .refine(({ percent, amount }) => (percent === null) !== (amount === null), {
    path: ['percent'],
    error: 'must be given, or else an amount, not both',
  })
  .refine(({ amount, minimum }) => !amount || !minimum || amount.currency === minimum.currency, {
    path: ['minimum'],
    error: 'must be in the currency of the amount',
  });
