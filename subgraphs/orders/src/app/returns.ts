import { AppError } from '@souk/platform/errors';
import { mayActOn, requireScope, requireViewer, type Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { OrderRejected, type RejectionCode } from '../domain/order-rejected.ts';
import { type ReturnCommand, returnDecider } from '../domain/return-decide.ts';
import { ReturnReceipt, ReturnRejection, ReturnRequest, ReturnStep } from './return-input.ts';
import type { Cause, ReturnStore, ReturnUnit } from './return-store.ts';

export type ReturnOutcome =
  | { kind: 'RETURN'; returnId: string }
  | { kind: 'REFUSED'; code: RejectionCode };

export type ReturnVerbs = ReturnType<typeof returnVerbs>;

/** The command, told when it is carried out. */
type Step = (at: string) => ReturnCommand;
type Keyed = { returnId: string; idempotencyKey: string };

const noSuchOrder = () => new AppError('NOT_FOUND', 'There is no such order.');
const noSuchReturn = () => new AppError('NOT_FOUND', 'There is no such return.');

/** What a person can be told is an answer, not an error; nothing was changed then. */
async function toOutcome(work: Promise<{ returnId: string }>): Promise<ReturnOutcome> {
  try {
    const { returnId } = await work;
    return { kind: 'RETURN', returnId };
  } catch (error) {
    if (error instanceof OrderRejected) return { kind: 'REFUSED', code: error.code };
    throw error;
  }
}

/** Every verb throws UNAUTHENTICATED or FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export function returnVerbs(store: ReturnStore, clock: () => Date = () => new Date()) {
  async function carryOut(
    tx: ReturnUnit,
    returnId: string,
    step: Step,
    cause: Cause,
  ): Promise<void> {
    const before = await tx.lock(returnId);
    if (before.status === null) throw noSuchReturn();
    const events = returnDecider.decide(step(cause.at.toISOString()), before);
    await tx.save(returnId, before, events, cause);
  }

  const take = (
    viewer: Viewer,
    operation: string,
    { idempotencyKey, ...input }: Keyed,
    step: Step,
    permit: (tx: ReturnUnit) => Promise<void> = async () => {},
  ): Promise<ReturnOutcome> =>
    toOutcome(
      store.transaction((tx) =>
        tx.once({ actor: viewer.id, key: idempotencyKey, operation, input }, async () => {
          await permit(tx);
          const { returnId } = input;
          await carryOut(tx, returnId, step, { id: newId(), at: clock() });
          return { returnId };
        }),
      ),
    );

  const permitCustomer = (viewer: Viewer, returnId: string) => async (tx: ReturnUnit) => {
    const { request } = await tx.lock(returnId);
    const customer = request && (await tx.customerOf(request.orderId));
    if (!customer || !mayActOn(viewer, customer, 'orders:write')) throw noSuchReturn();
  };

  return {
    /** For goods that arrived, within thirty days; of one's own order, or with orders:write. */
    requestReturn: async (guest: Viewer | null, raw: unknown): Promise<ReturnOutcome> => {
      const viewer = requireViewer(guest);
      const { idempotencyKey: key, ...input } = parseInput(ReturnRequest, raw);
      const attempt = { actor: viewer.id, key, operation: 'requestReturn', input };
      return toOutcome(
        store.transaction((tx) =>
          tx.once(attempt, async () => {
            const order = await tx.lockOrder(input.orderId);
            if (order === null || !mayActOn(viewer, order.customerId, 'orders:write')) {
              throw noSuchOrder();
            }
            const [returnId, at] = [newId(), clock()];
            const items = input.items.map(({ lineNumber: number, quantity }) => ({
              ...{ number, quantity },
            }));
            const { reason } = input;
            const before = returnDecider.initial;
            const events = returnDecider.decide(
              { type: 'Request', returnId, order, items, reason, at: at.toISOString() },
              before,
            );
            await tx.save(returnId, before, events, { id: newId(), at });
            return { returnId };
          }),
        ),
      );
    },

    /** Needs orders:write. */
    approveReturn: async (guest: Viewer | null, raw: unknown): Promise<ReturnOutcome> => {
      const viewer = requireScope(guest, 'orders:write');
      return take(viewer, 'approveReturn', parseInput(ReturnStep, raw), (at) => ({
        type: 'Approve',
        at,
      }));
    },

    /** Needs orders:write. */
    rejectReturn: async (guest: Viewer | null, raw: unknown): Promise<ReturnOutcome> => {
      const viewer = requireScope(guest, 'orders:write');
      const input = parseInput(ReturnRejection, raw);
      return take(viewer, 'rejectReturn', input, (at) => ({
        type: 'Reject',
        reason: input.reason,
        at,
      }));
    },

    /** The parcel is on its way back; said by the customer, or with orders:write. */
    markReturnSent: async (guest: Viewer | null, raw: unknown): Promise<ReturnOutcome> => {
      const viewer = requireViewer(guest);
      const input = parseInput(ReturnStep, raw);
      const permit = permitCustomer(viewer, input.returnId);
      return take(viewer, 'markReturnSent', input, (at) => ({ type: 'Send', at }), permit);
    },

    /** The goods are back: they are paid back, and what can be sold goes on the shelf. Needs stock:write. */
    receiveReturn: async (guest: Viewer | null, raw: unknown): Promise<ReturnOutcome> => {
      const viewer = requireScope(guest, 'stock:write');
      const input = parseInput(ReturnReceipt, raw);
      const { resellable } = input;
      return take(viewer, 'receiveReturn', input, (at) => ({ type: 'Receive', resellable, at }));
    },

    /** In the transaction of the message that told it. False where the refund is of no return. */
    recordRefund: async (tx: ReturnUnit, refundId: string, cause: Cause): Promise<boolean> => {
      const { status } = await tx.lock(refundId);
      if (status === null) return false;
      await carryOut(tx, refundId, (at) => ({ type: 'RecordRefund', at }), cause);
      return true;
    },
  };
}
