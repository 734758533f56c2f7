import { IdempotencyKey } from '@souk/platform/idempotency';
import { z } from 'zod';
import { MAX_LINES, MAX_QUANTITY } from '../domain/cart.ts';

const Id = z.uuid('is not a valid id').toLowerCase();
const Reason = z.string().trim().min(1, 'must say why').max(500, 'has at most 500 characters');
const LineNumber = z.int().min(1, 'is not a line');

export const ReturnRequest = z.object({
  orderId: Id,
  items: z
    .array(
      z.object({
        lineNumber: LineNumber,
        quantity: z.int().min(1, 'must be at least 1').max(MAX_QUANTITY),
      }),
    )
    .min(1, 'must name a line')
    .max(MAX_LINES),
  reason: Reason,
  idempotencyKey: IdempotencyKey,
});

export const ReturnStep = z.object({ returnId: Id, idempotencyKey: IdempotencyKey });
export const ReturnRejection = ReturnStep.extend({ reason: Reason });
export const ReturnReceipt = ReturnStep.extend({
  /** The lines whose goods can be sold again. */
  resellable: z.array(LineNumber).max(MAX_LINES),
});
