import { createReadStream } from 'node:fs';
import { records } from '@souk/platform/records';
import { z } from 'zod';

const At = z.iso.datetime();
const Amount = z.int().min(1);

/** What the PSP reads of a payment in the demo data of the shop. */
export const PastPayment = z.object({
  kind: z.literal('payment'),
  id: z.string().min(1),
  orderId: z.string().min(1),
  currency: z.string().length(3).toLowerCase(),
  amount: Amount,
  card: z.object({
    brand: z.string(),
    last4: z.string(),
    expMonth: z.int(),
    expYear: z.int(),
  }),
  providerReference: z.string().min(1),
  history: z.array(z.object({ status: z.string(), at: At, amount: Amount.nullable() })),
  refunds: z.array(z.object({ id: z.string().min(1), amount: Amount, createdAt: At })),
});

export type PastPayment = z.output<typeof PastPayment>;

/** Reads a file of NDJSON. Throws for a record that is no such payment. */
export async function readPast(file: string): Promise<PastPayment[]> {
  const found: PastPayment[] = [];
  for await (const record of records(createReadStream(file))) found.push(PastPayment.parse(record));
  return found;
}
