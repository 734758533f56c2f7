import { z } from 'zod';
import { Currency } from '../money.ts';

export const Id = z.uuid();

/** Positive minor units of the currency beside it. */
const Amount = z.int().positive();

/** An amount of money inside an event; never zero, since nothing moved then. */
export const amountIn = { amount: Amount, currency: Currency };

export const Quantity = z.int().positive();

/** Where goods go, as it was agreed when they were bought. */
export const Address = z.object({
  recipient: z.string(),
  phone: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2),
  postalCode: z.string(),
  region: z.string(),
  city: z.string(),
  line1: z.string(),
  line2: z.string().nullable(),
});
