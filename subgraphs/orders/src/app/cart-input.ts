import { Currency } from '@souk/contracts/money';
import { z } from 'zod';
import { MAX_QUANTITY } from '../domain/cart.ts';

const atMost = `must be at most ${MAX_QUANTITY}`;

const Id = z.uuid('is not a valid id').toLowerCase();

export const Addition = z.object({
  variantId: Id,
  quantity: z.int().min(1, 'must be at least 1').max(MAX_QUANTITY, atMost),
  cartToken: z.string().nullish().default(null),
  currency: Currency,
  locale: z.enum(['EN', 'KO']),
});

export const LineQuantity = z.object({
  lineId: Id,
  quantity: z.int().min(0, 'must not be negative').max(MAX_QUANTITY, atMost),
});
