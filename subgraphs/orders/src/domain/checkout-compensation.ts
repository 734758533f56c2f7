import { enter } from './checkout-deadlines.ts';
import type {
  CheckoutInput,
  CheckoutOutcome,
  CheckoutState,
  Effect,
  InputOf,
  Reaction,
  Tell,
} from './checkout-state.ts';
import type { Instant, Placement } from './order-events.ts';

const HOLDING: readonly CheckoutState['stock'][] = ['ASKED', 'HELD', 'COMMITTED'];
const PENDING: readonly CheckoutState['payment'][] = ['REQUESTED', 'ACTION_REQUIRED', 'AUTHORIZED'];

export const tellVoid = ({ orderId }: Placement, reason: string | null): Tell => ({
  kind: 'tell',
  name: 'PaymentVoidRequested',
  data: { orderId, reason: reason ?? 'ENDED' },
});

const tellRelease = ({ orderId, reservationId }: Placement, reason: string | null): Tell => ({
  kind: 'tell',
  name: 'OrderCancelled',
  data: { orderId, reservationId, reason: reason ?? 'ENDED' },
});

const tellRefund = (placement: Placement, refundId: string, amount: number): Tell => ({
  kind: 'tell',
  name: 'RefundRequested',
  data: {
    ...{ orderId: placement.orderId, refundId, amount, currency: placement.currency },
    reason: 'LATE_SUCCESS',
  },
});

const unpaid = ({ refunds }: CheckoutState) => Object.entries(refunds).filter(([, r]) => !r.done);

/** Waits for whatever is still to be undone, and ends when there is nothing. */
function settle(checkout: CheckoutState, at: Instant): Reaction {
  if (checkout.payment === 'VOIDING') {
    const going = checkout.step === 'VOIDING' ? checkout : enter(checkout, 'VOIDING', at);
    return { checkout: going, effects: [] };
  }
  if (unpaid(checkout).length > 0) {
    const going = checkout.step === 'REFUNDING' ? checkout : enter(checkout, 'REFUNDING', at);
    return { checkout: going, effects: [] };
  }
  const closing: Effect = { kind: 'command', command: { type: 'CompleteCancellation', at } };
  return {
    checkout: enter(checkout, 'ENDED', at),
    effects: checkout.outcome === 'CANCELLED' && checkout.step !== 'ENDED' ? [closing] : [],
  };
}

/** Undoes in reverse what was done: lets go of the money, then of the stock. */
export function compensate(
  checkout: CheckoutState,
  placement: Placement,
  { outcome, reason, at }: { outcome: CheckoutOutcome; reason: string; at: Instant },
): Reaction {
  const paying = PENDING.includes(checkout.payment);
  const holding = HOLDING.includes(checkout.stock);
  const { checkout: settled, effects } = settle(
    {
      ...checkout,
      ...{ outcome, reason },
      payment: paying ? 'VOIDING' : checkout.payment,
      stock: holding ? 'RELEASED' : checkout.stock,
    },
    at,
  );
  return {
    checkout: settled,
    effects: [
      ...(paying ? [tellVoid(placement, reason)] : []),
      ...(holding ? [tellRelease(placement, reason)] : []),
      ...effects,
    ],
  };
}

/** Money that came for an order that failed goes back. */
function refundLate(
  checkout: CheckoutState,
  placement: Placement,
  { id, amount, at }: InputOf<'PaymentCaptured'>,
): Reaction {
  if (Object.hasOwn(checkout.refunds, id)) return { checkout, effects: [] };
  const owing = { ...checkout, refunds: { ...checkout.refunds, [id]: { amount, done: false } } };
  const { checkout: settled, effects } = settle(owing, at);
  return { checkout: settled, effects: [tellRefund(placement, id, amount), ...effects] };
}

function awake(checkout: CheckoutState, placement: Placement, at: Instant): Reaction {
  const again = enter(checkout, checkout.step, at, (checkout.deadline?.attempt ?? 0) + 1);
  return {
    checkout: again,
    effects:
      checkout.step === 'VOIDING'
        ? [tellVoid(placement, checkout.reason)]
        : unpaid(checkout).map(([id, { amount }]) => tellRefund(placement, id, amount)),
  };
}

/** How a checkout that has failed reacts: what succeeds late is undone too. */
export function afterFailure(
  checkout: CheckoutState,
  placement: Placement,
  input: CheckoutInput,
): Reaction {
  const { at } = input;
  switch (input.type) {
    case 'StockHeld':
      return { checkout, effects: [tellRelease(placement, checkout.reason)] };
    case 'PaymentAuthorized': {
      // Whether this hold came before the void that is under way or after it, nobody can tell.
      const { checkout: settled } = settle({ ...checkout, payment: 'VOIDING' }, at);
      return { checkout: settled, effects: [tellVoid(placement, checkout.reason)] };
    }
    case 'PaymentVoided':
    case 'PaymentDeclined': {
      if (checkout.payment !== 'VOIDING') return { checkout, effects: [] };
      return settle({ ...checkout, payment: 'VOIDED' }, at);
    }
    case 'PaymentCaptured':
      return refundLate(checkout, placement, input);
    case 'RefundSucceeded': {
      const refund = checkout.refunds[input.refundId];
      if (refund === undefined || refund.done) return { checkout, effects: [] };
      const refunds = { ...checkout.refunds, [input.refundId]: { ...refund, done: true } };
      return settle({ ...checkout, refunds }, at);
    }
    case 'DeadlineReached':
      return awake(checkout, placement, at);
    default:
      return { checkout, effects: [] };
  }
}
