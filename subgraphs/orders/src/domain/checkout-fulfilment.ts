import { captureShare } from './capture-share.ts';
import { compensate } from './checkout-compensation.ts';
import { CAPTURE_PATIENCE_MS, enter, later } from './checkout-deadlines.ts';
import type { CheckoutInput, CheckoutState, Effect, InputOf, Reaction } from './checkout-state.ts';
import type { Instant, Placement } from './order-events.ts';
import { allShipped, type OrderState } from './order-state.ts';

const nothing = (checkout: CheckoutState): Reaction => ({ checkout, effects: [] });

const owed = ({ captures }: CheckoutState) => Object.entries(captures).filter(([, c]) => !c.done);

const tellCapture = (placement: Placement, shipmentId: string, amount: number): Effect => ({
  kind: 'tell',
  name: 'CaptureRequested',
  data: { orderId: placement.orderId, amount, currency: placement.currency, shipmentId },
});

/** Asks shipping to keep the parcel; only its answer says whether there is still one to keep. */
export const recall = (
  checkout: CheckoutState,
  placement: Placement,
  reason: string,
  at: Instant,
): Reaction => ({
  checkout: { ...enter(checkout, 'RECALLING', at), reason },
  effects: [
    { kind: 'command', command: { type: 'Cancel', reason, by: 'SYSTEM', at } },
    { kind: 'tell', name: 'CancellationRequested', data: { orderId: placement.orderId, reason } },
  ],
});

/** Ended once everything has left and is paid for; otherwise waits for captures or parcels. */
function onTheWay(checkout: CheckoutState, everythingLeft: boolean, at: Instant): CheckoutState {
  const going = enter({ ...checkout, reason: null }, 'FULFILLING', at);
  if (owed(going).length > 0) {
    return { ...going, deadline: { at: later(at, CAPTURE_PATIENCE_MS), attempt: 0 } };
  }
  return everythingLeft ? enter({ ...going, outcome: 'SHIPPED' }, 'ENDED', at) : going;
}

function dispatched(
  checkout: CheckoutState,
  placement: Placement,
  order: OrderState,
  { shipmentId, items, at }: InputOf<'ShipmentDispatched'>,
): Reaction {
  if (Object.hasOwn(order.shipments, shipmentId)) return nothing(checkout);
  const amount = captureShare(placement, order, items);
  const shipments = { ...order.shipments, [shipmentId]: { items, delivered: false } };
  const captures =
    amount === 0
      ? checkout.captures
      : { ...checkout.captures, [shipmentId]: { amount, done: false } };
  const effects: Effect[] = [{ kind: 'command', command: { type: 'Ship', shipmentId, items, at } }];
  if (checkout.deliveredEarly.includes(shipmentId)) {
    effects.push({ kind: 'command', command: { type: 'Deliver', shipmentId, at } });
  }
  if (amount > 0) effects.push(tellCapture(placement, shipmentId, amount));
  const left = allShipped({ ...order, shipments });
  return { checkout: onTheWay({ ...checkout, captures }, left, at), effects };
}

/** A delivery may be told before the dispatch, and after everything has ended. */
export function delivered(
  checkout: CheckoutState,
  order: OrderState,
  { shipmentId, at }: InputOf<'ShipmentDelivered'>,
): Reaction {
  if (Object.hasOwn(order.shipments, shipmentId)) {
    const command = { type: 'Deliver', shipmentId, at } as const;
    return { checkout, effects: [{ kind: 'command', command }] };
  }
  const early = [...new Set([...checkout.deliveredEarly, shipmentId])];
  return nothing({ ...checkout, deliveredEarly: early });
}

function awake(
  checkout: CheckoutState,
  placement: Placement,
  order: OrderState,
  at: Instant,
): Reaction {
  const attempt = (checkout.deadline?.attempt ?? 0) + 1;
  const again = enter(checkout, checkout.step, at, attempt);
  if (checkout.step === 'RECALLING') {
    const data = { orderId: placement.orderId, reason: checkout.reason ?? 'CANCELLED' };
    return { checkout: again, effects: [{ kind: 'tell', name: 'CancellationRequested', data }] };
  }
  const missing = owed(checkout);
  if (missing.length > 0) {
    const deadline = { at: later(at, CAPTURE_PATIENCE_MS * 2 ** Math.min(attempt, 9)), attempt };
    const effects = missing.map(([id, { amount }]) => tellCapture(placement, id, amount));
    return { checkout: { ...checkout, deadline }, effects };
  }
  const untouched = Object.keys(order.shipments).length === 0;
  return untouched ? recall(checkout, placement, 'NOT_DISPATCHED', at) : nothing(again);
}

/** How a confirmed checkout reacts, until everything has left and is paid for, or was recalled. */
export function whileFulfilling(
  checkout: CheckoutState,
  placement: Placement,
  order: OrderState,
  input: CheckoutInput,
): Reaction {
  const { at } = input;
  const keepable = Object.keys(order.shipments).length === 0;
  const recalling = checkout.step === 'RECALLING';
  switch (input.type) {
    case 'ShipmentDispatched':
      return dispatched(checkout, placement, order, input);
    case 'PaymentCaptured': {
      const capture = input.shipmentId === null ? undefined : checkout.captures[input.shipmentId];
      if (input.shipmentId === null || capture === undefined || capture.done) {
        return nothing(checkout);
      }
      const captures = { ...checkout.captures, [input.shipmentId]: { ...capture, done: true } };
      return nothing(onTheWay({ ...checkout, captures }, allShipped(order), at));
    }
    case 'ShipmentCancelled': {
      if (!keepable) return nothing(checkout);
      const reason = checkout.reason ?? 'SHIPMENT_CANCELLED';
      const failed = compensate(checkout, placement, { outcome: 'CANCELLED', reason, at });
      const cancel = { type: 'Cancel', reason, by: 'SYSTEM', at } as const;
      return {
        checkout: failed.checkout,
        effects: [{ kind: 'command', command: cancel }, ...failed.effects],
      };
    }
    case 'PaymentVoided': {
      const lost = { ...checkout, payment: 'VOIDED' } as const;
      return recalling || !keepable ? nothing(lost) : recall(lost, placement, 'PAYMENT_LOST', at);
    }
    case 'ReservationExpired': {
      const lost = { ...checkout, stock: 'RELEASED' } as const;
      return recalling || !keepable ? nothing(lost) : recall(lost, placement, 'STOCK_LOST', at);
    }
    case 'DeadlineReached':
      return awake(checkout, placement, order, at);
    default:
      return nothing(checkout);
  }
}
