import { Currency } from '@souk/contracts/money';
import { Instant } from '@souk/platform/instants';
import { z } from 'zod';
import { MAX_LINES, MAX_QUANTITY } from '../domain/cart.ts';
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
  })
  .refine(
    ({ lines, subtotal }) =>
      lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) === subtotal,
    { path: ['subtotal'], error: 'is not the sum of the lines' },
  );

const CartRecord = z.object({
  kind: z.literal('cart'),
  id: z.uuid(),
  customerId: z.uuid(),
  currency: Currency,
  createdAt: Instant,
  lines: z.array(Line.extend({ id: z.uuid(), addedAt: Instant })).max(MAX_LINES),
});

export const SeedRecord = z.discriminatedUnion('kind', [OrderRecord, CartRecord]);
export type SeedRecord = z.output<typeof SeedRecord>;
