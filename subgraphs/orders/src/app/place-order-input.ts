import { IdempotencyKey } from '@souk/platform/idempotency';
import { z } from 'zod';

const text = (max: number) =>
  z.string().trim().min(1, 'must not be empty').max(max, `has at most ${max} characters`);

export const ShippingAddress = z.object({
  recipient: text(100),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d\s().-]{5,29}$/, 'is not a telephone number'),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'is not an ISO 3166-1 alpha-2 code')
    .toUpperCase(),
  postalCode: text(20),
  region: text(100),
  city: text(100),
  line1: text(200),
  line2: z.string().trim().max(200, 'has at most 200 characters').nullish().transform(orNull),
});

export const PlaceOrderInput = z.object({
  shippingAddress: ShippingAddress,
  shippingMethod: z.enum(['STANDARD', 'EXPRESS']),
  paymentMethod: z
    .string()
    .regex(/^[A-Za-z0-9_-]{3,255}$/, "is not a payment provider's token of a means of payment"),
  couponCode: z.string().trim().max(100, 'has at most 100 characters').nullish().transform(orNull),
  expectedTotal: z.int().min(0, 'must not be negative').nullish().transform(orNothing),
  idempotencyKey: IdempotencyKey,
});
export type PlaceOrderInput = z.output<typeof PlaceOrderInput>;

function orNull(value: string | null | undefined): string | null {
  return value || null;
}

function orNothing(value: number | null | undefined): number | null {
  return value ?? null;
}
