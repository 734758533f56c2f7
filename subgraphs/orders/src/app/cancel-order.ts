import { AppError } from '@souk/platform/errors';
import { IdempotencyKey } from '@souk/platform/idempotency';
import { mayActOn, requireViewer, type Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import { OrderRejected, type RejectionCode } from '../domain/order-rejected.ts';
import type { CheckoutStore } from './checkout-store.ts';
import { continueCheckout, type Pace } from './checkouts.ts';

export type CancelOrderOutcome =
  | { kind: 'ORDER'; orderId: string }
  | { kind: 'REFUSED'; code: RejectionCode };

const Input = z.object({
  orderId: z.uuid('is not a valid id').toLowerCase(),
  reason: z.string().trim().min(1, 'must not be empty').max(200, 'has at most 200 characters'),
  idempotencyKey: IdempotencyKey,
});

export type CancelOrder = (viewer: Viewer | null, input: unknown) => Promise<CancelOrderOutcome>;

/**
 * Cancels an order of one's own, or with orders:write anybody's. Throws UNAUTHENTICATED, NOT_FOUND,
 * BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
 */
export const cancelOrder =
  (checkouts: CheckoutStore, pace: Pace, clock: () => Date = () => new Date()): CancelOrder =>
  async (guest, raw) => {
    const viewer = requireViewer(guest);
    const { idempotencyKey: key, ...input } = parseInput(Input, raw);
    const { orderId, reason } = input;
    const attempt = { actor: viewer.id, key, operation: 'cancelOrder', input };
    try {
      return await checkouts.transaction((tx) =>
        tx.once(attempt, async () => {
          const before = await tx.lock(orderId);
          const customerId = before?.order.placement?.customerId ?? null;
          if (before === null || !mayActOn(viewer, customerId, 'orders:write')) {
            throw new AppError('NOT_FOUND', 'There is no such order.', { argument: 'orderId' });
          }
          const by = viewer.id === customerId ? 'CUSTOMER' : 'STAFF';
          const cancel = { type: 'Cancel', id: newId(), at: clock().toISOString() } as const;
          await continueCheckout(tx, before, [{ input: { ...cancel, reason, by } }], pace);
          return { kind: 'ORDER' as const, orderId };
        }),
      );
    } catch (error) {
      if (error instanceof OrderRejected) return { kind: 'REFUSED', code: error.code };
      throw error;
    }
  };
