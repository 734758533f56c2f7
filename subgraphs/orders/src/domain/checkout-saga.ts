import { afterFailure, compensate } from './checkout-compensation.ts';
import { ACTION_WINDOW_MS, enter, HOLD_MARGIN_MS, later } from './checkout-deadlines.ts';
import { delivered, recall, whileFulfilling } from './checkout-fulfilment.ts';
import type {
  CheckoutInput,
  CheckoutState,
  Effect,
  InputOf,
  Reaction,
  Tell,
} from './checkout-state.ts';
import type { OrderCommand } from './order-decide.ts';
import type { Instant, Placement } from './order-events.ts';
import type { OrderState } from './order-state.ts';

const nothing = (checkout: CheckoutState): Reaction => ({ checkout, effects: [] });
const command = (it: OrderCommand): Effect => ({ kind: 'command', command: it });

/** Ends the order before the pivot, then undoes what was done for it. */
function fail(
  checkout: CheckoutState,
  placement: Placement,
  end: OrderCommand & { type: 'Reject' | 'Expire' },
): Reaction {
  const outcome = end.type === 'Reject' ? 'REJECTED' : 'EXPIRED';
  const undone = compensate(checkout, placement, { outcome, reason: end.reason, at: end.at });
  return { checkout: undone.checkout, effects: [command(end), ...undone.effects] };
}

/** Prices are checked once more before anything is held: what the customer saw is what they pay. */
function quoted(
  checkout: CheckoutState,
  placement: Placement,
  { prices, at }: InputOf<'PricesQuoted'>,
): Reaction {
  const same = placement.lines.every((line) => prices[line.variantId] === line.unitPrice);
  if (!same) return fail(checkout, placement, { type: 'Reject', reason: 'PRICE_CHANGED', at });
  return {
    checkout: { ...enter(checkout, 'RESERVING', at), stock: 'ASKED' },
    effects: [{ kind: 'ask', what: 'RESERVATION' }],
  };
}

const tellConfirmed = (placement: Placement): Tell => ({
  kind: 'tell',
  name: 'OrderConfirmed',
  data: {
    orderId: placement.orderId,
    orderNumber: placement.number,
    customerId: placement.customerId,
    reservationId: placement.reservationId,
    currency: placement.currency,
    lines: placement.lines.map(({ number, variantId, sku, quantity, weightGrams }) => ({
      ...{ number, variantId, sku, quantity, weightGrams },
    })),
    shippingAddress: { ...placement.shippingAddress },
    shippingMethod: placement.shippingMethod,
  },
});

/** The pivot: from here on the order is kept, unless its parcel can be recalled. */
const confirm = (
  checkout: CheckoutState,
  placement: Placement,
  paymentId: string | null,
  at: Instant,
): Reaction => ({
  checkout: { ...enter(checkout, 'FULFILLING', at), stock: 'COMMITTED' },
  effects: [
    command({ type: 'RecordAuthorization', paymentId, at }),
    command({ type: 'Confirm', at }),
    tellConfirmed(placement),
  ],
});

function held(
  before: CheckoutState,
  placement: Placement,
  { until, at }: InputOf<'StockHeld'>,
): Reaction {
  const checkout: CheckoutState = { ...before, stock: 'HELD', heldUntil: until };
  const { orderId, customerId, total: amount, currency, paymentMethod } = placement;
  const reserved = command({
    type: 'RecordReservation',
    reservationId: placement.reservationId,
    at,
  });
  if (amount === 0) {
    const confirmed = confirm(checkout, placement, null, at);
    return { checkout: confirmed.checkout, effects: [reserved, ...confirmed.effects] };
  }
  const paying = { orderId, customerId, amount, currency, paymentMethod, idempotencyKey: orderId };
  return {
    checkout: { ...enter(checkout, 'AUTHORIZING', at), payment: 'REQUESTED' },
    effects: [reserved, { kind: 'tell', name: 'PaymentRequested', data: paying }],
  };
}

function authorized(
  before: CheckoutState,
  placement: Placement,
  { paymentId, amount, at }: InputOf<'PaymentAuthorized'>,
): Reaction {
  const checkout: CheckoutState = { ...before, payment: 'AUTHORIZED' };
  if (amount !== placement.total) {
    return fail(checkout, placement, { type: 'Reject', reason: 'WRONG_AMOUNT', at });
  }
  // Products must hear of it before the hold ends, or the stock goes to somebody else.
  const safe = Date.parse(at) + HOLD_MARGIN_MS <= Date.parse(checkout.heldUntil ?? at);
  if (!safe) return fail(checkout, placement, { type: 'Expire', reason: 'HOLD_TOO_OLD', at });
  return confirm(checkout, placement, paymentId, at);
}

function beforePivot(
  checkout: CheckoutState,
  placement: Placement,
  input: CheckoutInput,
): Reaction {
  const { at } = input;
  const { step } = checkout;
  switch (input.type) {
    case 'PricesQuoted':
      return step === 'PRICING' ? quoted(checkout, placement, input) : nothing(checkout);
    case 'StockHeld':
      return step === 'RESERVING' ? held(checkout, placement, input) : nothing(checkout);
    case 'StockRefused': {
      if (step !== 'RESERVING') return nothing(checkout);
      const none: CheckoutState = { ...checkout, stock: 'RELEASED' };
      return fail(none, placement, { type: 'Reject', reason: 'OUT_OF_STOCK', at });
    }
    case 'ReservationExpired': {
      const none: CheckoutState = { ...checkout, stock: 'RELEASED' };
      return fail(none, placement, { type: 'Expire', reason: 'HOLD_ENDED', at });
    }
    case 'PaymentAuthorized':
      return step === 'AUTHORIZING' ? authorized(checkout, placement, input) : nothing(checkout);
    case 'PaymentActionRequired': {
      if (checkout.payment !== 'REQUESTED') return nothing(checkout);
      const deadline = { at: later(at, ACTION_WINDOW_MS), attempt: 0 };
      return nothing({ ...checkout, payment: 'ACTION_REQUIRED', deadline });
    }
    case 'PaymentDeclined':
    case 'PaymentVoided': {
      if (step !== 'AUTHORIZING') return nothing(checkout);
      const reason = input.type === 'PaymentDeclined' ? input.code : 'PAYMENT_LOST';
      const unpaid: CheckoutState = { ...checkout, payment: 'DECLINED' };
      return fail(unpaid, placement, { type: 'Reject', reason, at });
    }
    case 'DeadlineReached':
      return fail(checkout, placement, { type: 'Expire', reason: `${step}_TIMED_OUT`, at });
    default:
      return nothing(checkout);
  }
}

/** Whether it may be cancelled is the order's to say: where it may not, the command is refused. */
function cancel(
  checkout: CheckoutState,
  placement: Placement,
  order: OrderState,
  { reason, by, at }: InputOf<'Cancel'>,
): Reaction {
  const asked = command({ type: 'Cancel', reason, by, at });
  const undo = () => {
    if (checkout.outcome !== null || checkout.step === 'RECALLING') return nothing(checkout);
    if (!order.confirmed) {
      return compensate(checkout, placement, { outcome: 'CANCELLED', reason, at });
    }
    return recall(checkout, placement, reason, at);
  };
  const undone = undo();
  return { checkout: undone.checkout, effects: [asked, ...undone.effects] };
}

/**
 * The checkout as a process manager: one input in; the next state, and what is to be done, out.
 * The caller carries out the commands, then stores everything in one transaction. Inputs may come
 * late, twice and in any sequence; one that no longer matters changes nothing.
 */
export function react(checkout: CheckoutState, order: OrderState, input: CheckoutInput): Reaction {
  if (input.type === 'Place') {
    const placed = command({ type: 'Place', placement: input.placement, at: input.at });
    return checkout.step === 'NEW'
      ? {
          checkout: enter(checkout, 'PRICING', input.at),
          effects: [placed, { kind: 'ask', what: 'PRICES' }],
        }
      : { checkout, effects: [placed] };
  }
  const { placement } = order;
  if (placement === null) return nothing(checkout);
  if (input.type === 'DeadlineReached' && input.due !== checkout.deadline?.at) {
    return nothing(checkout);
  }
  if (input.type === 'Cancel') return cancel(checkout, placement, order, input);
  if (input.type === 'ShipmentDelivered') return delivered(checkout, order, input);
  if (checkout.outcome === 'SHIPPED') return nothing(checkout);
  if (checkout.outcome !== null) return afterFailure(checkout, placement, input);
  return order.confirmed
    ? whileFulfilling(checkout, placement, order, input)
    : beforePivot(checkout, placement, input);
}
