import { AppError } from '@souk/platform/errors';
import { IdempotencyKey } from '@souk/platform/idempotency';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import { decidePayment, PaymentRejected } from '../domain/payment-decide.ts';
import type { PaymentUnit } from './payment-unit.ts';
import { READ, REFUND } from './payments.ts';

const Input = z.object({
  paymentId: z.string(),
  amount: z.int().min(1, 'must be at least 1').max(2_147_483_647),
  reason: z.string().trim().min(1, 'must not be empty').max(500, 'has at most 500 characters'),
  idempotencyKey: IdempotencyKey,
});

export type RefundRefusal = 'MORE_THAN_REFUNDABLE';

/** What came of asking for a refund. */
export type RefundOutcome =
  | { kind: 'PAYMENT'; paymentId: string }
  | { kind: 'REFUSED'; code: RefundRefusal };

/** Runs work once for a key, in the transaction that remembers its reply. */
export type OnceForKey = <Reply>(
  attempt: { actor: string; key: string; operation: string; input: unknown },
  work: (unit: PaymentUnit) => Promise<Reply>,
) => Promise<Reply>;

export type RefundVerbs = ReturnType<typeof refundVerbs>;

/** What staff can do about money that was taken. */
export const refundVerbs = (onceForKey: OnceForKey) => ({
  /**
   * Gives back a part of what was taken; the provider is asked afterwards. Throws UNAUTHENTICATED,
   * FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  refund: async (viewer: Viewer | null, input: unknown): Promise<RefundOutcome> => {
    requireScope(viewer, READ);
    const { id: actor } = requireScope(viewer, REFUND);
    const { idempotencyKey: key, ...asked } = parseInput(Input, input);
    const paymentId = parseId(asked.paymentId, 'paymentId');
    const attempt = { actor, key, operation: 'refundPayment', input: { ...asked, paymentId } };
    try {
      await onceForKey(attempt, async (unit) => {
        const loaded = await unit.load(paymentId);
        const { orderId, status } = loaded.state;
        if (status === null) throw new AppError('NOT_FOUND', 'There is no such payment.');
        const { amount, reason } = asked;
        const refund = { refundId: newId(), amount, reason };
        const at = new Date().toISOString();
        const events = decidePayment({ type: 'Refund', ...refund, at }, loaded.state);
        await unit.record(loaded, events, key);
        await unit.schedule({ paymentId, orderId }, { kind: 'REFUND', ...refund }, key);
        return { refundId: refund.refundId };
      });
    } catch (error) {
      if (!(error instanceof PaymentRejected)) throw error;
      const code: RefundRefusal = 'MORE_THAN_REFUNDABLE';
      return { kind: 'REFUSED', code };
    }
    return { kind: 'PAYMENT', paymentId };
  },
});
