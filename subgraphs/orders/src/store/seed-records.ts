import { Currency } from '@souk/contracts/money';
import { Instant } from '@souk/platform/instants';
import { z } from 'zod';
import { MAX_LINES, MAX_QUANTITY } from '../domain/cart.ts';
import { COUPON_CODE } from '../domain/coupon.ts';
import { ORDER_STATUSES } from '../domain/order.ts';

const Amount = z.int().min(0);
const Status = z.enum(ORDER_STATUSES);

const Line = z.object({
  productId: z.uuid(),
  variantId: z.uuid(),
  sku: z.string().min(1),
  title: z.string().min(1),
  variantTitle: z.string(),
  quantity: z.int().min(1).max(MAX_QUANTITY),
  unitPrice: Amount,
  weightGrams: Amount,
});

const Address = z.object({
  recipient: z.string().min(1),
  phone: z.string().min(1),
  country: z.string().length(2),
  postalCode: z.string().min(1),
  region: z.string(),
  city: z.string().min(1),
  line1: z.string().min(1),
  line2: z.string().nullable(),
});

const Parcel = z.object({
  shipmentId: z.uuid(),
  items: z.array(z.object({ number: z.int().min(1), quantity: z.int().min(1) })).min(1),
  takenAt: Instant,
  deliveredAt: Instant.nullable(),
});

const OrderRecord = z
  .object({
    kind: z.literal('order'),
    id: z.uuid(),
    number: z.string(),
    customerId: z.uuid(),
    status: Status,
    currency: Currency,
    placedAt: Instant,
    shippingAddress: Address,
    lines: z
      .array(Line.extend({ number: z.int().min(1), tax: Amount }))
      .min(1)
      .max(MAX_LINES),
    subtotal: Amount,
    shipping: Amount,
    discount: Amount,
    tax: Amount,
    total: Amount,
    history: z.array(z.object({ status: Status, at: Instant })).min(1),
    shippingMethod: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
    paymentId: z.uuid().nullable().default(null),
    /** Why it failed or was cancelled. */
    reason: z.string().min(1).nullable().default(null),
    /** What has left; where nothing is said of it, everything left at once. */
    shipments: z.array(Parcel).nullable().default(null),
  })
  .refine(
    ({ lines, subtotal }) =>
      lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) === subtotal,
    { path: ['subtotal'], error: 'is not the sum of the lines' },
  )
  .refine(({ history, status }) => history.at(-1)?.status === status, {
    path: ['status'],
    error: 'is not where the history ends',
  });

const CartRecord = z.object({
  kind: z.literal('cart'),
  id: z.uuid(),
  customerId: z.uuid(),
  currency: Currency,
  createdAt: Instant,
  lines: z.array(Line.extend({ id: z.uuid(), addedAt: Instant })).max(MAX_LINES),
});

const Money = z.object({ amount: z.int().min(1), currency: Currency });

const CouponRecord = z
  .object({
    kind: z.literal('coupon'),
    code: z.string().regex(COUPON_CODE),
    percent: z.int().min(1).max(100).nullable(),
    amount: Money.nullable(),
    minimum: Money.nullable(),
    usageLimit: z.int().min(1).nullable(),
    customerLimit: z.int().min(1).nullable(),
    startsAt: Instant,
    endsAt: Instant.nullable(),
  })
  .refine(({ percent, amount }) => (percent === null) !== (amount === null), {
    path: ['percent'],
    error: 'must be given, or else an amount, not both',
  });

export const SeedRecord = z.discriminatedUnion('kind', [OrderRecord, CartRecord, CouponRecord]);
export type OrderSeed = z.output<typeof OrderRecord>;
export type CartSeed = z.output<typeof CartRecord>;
export type CouponSeed = z.output<typeof CouponRecord>;
export type SeedRecord = z.output<typeof SeedRecord>;
