import type * as told from '@souk/contracts/events/orders';
import type { z } from 'zod';
import type { OrderCommand } from './order-decide.ts';
import type { Actor, Instant, Placement, ShippedItem } from './order-events.ts';

export type CheckoutStep =
  | 'NEW'
  | 'PRICING'
  | 'RESERVING'
  | 'AUTHORIZING'
  | 'FULFILLING'
  | 'RECALLING'
  | 'VOIDING'
  | 'REFUNDING'
  | 'ENDED';

/** How a checkout ends, or is about to: known from the moment on from which it cannot change. */
export type CheckoutOutcome = 'SHIPPED' | 'REJECTED' | 'EXPIRED' | 'CANCELLED';

/** Money that was asked for; `done` once it moved. Minor units. */
export type Transfer = { amount: number; done: boolean };

/** What the process manager remembers between two inputs; it is kept as JSON. */
export type CheckoutState = {
  step: CheckoutStep;
  stock: 'NONE' | 'ASKED' | 'HELD' | 'COMMITTED' | 'RELEASED';
  /** Until when the stock is held. */
  heldUntil: Instant | null;
  payment:
    | 'NONE'
    | 'REQUESTED'
    | 'ACTION_REQUIRED'
    | 'AUTHORIZED'
    | 'DECLINED'
    | 'VOIDING'
    | 'VOIDED';
  captures: Readonly<Record<string, Transfer>>;
  refunds: Readonly<Record<string, Transfer>>;
  /** Shipments whose delivery was told before their dispatch. */
  deliveredEarly: readonly string[];
  outcome: CheckoutOutcome | null;
  reason: string | null;
  /** When to wake, unless something happens before; `attempt` counts from 0 within a step. */
  deadline: { at: Instant; attempt: number } | null;
};

export const noCheckout: CheckoutState = {
  step: 'NEW',
  stock: 'NONE',
  heldUntil: null,
  payment: 'NONE',
  captures: {},
  refunds: {},
  deliveredEarly: [],
  outcome: null,
  reason: null,
  deadline: null,
};

/** What the process manager reacts to; `id` is the message's, the same when it comes again. */
export type CheckoutInput = { id: string; at: Instant } & (
  | { type: 'Place'; placement: Placement }
  | { type: 'Cancel'; reason: string; by: Actor }
  | { type: 'PricesQuoted'; prices: Readonly<Record<string, number>> }
  | { type: 'StockHeld'; until: Instant }
  | { type: 'StockRefused' }
  | { type: 'ReservationExpired' }
  | { type: 'PaymentAuthorized'; paymentId: string; amount: number }
  | { type: 'PaymentActionRequired' }
  | { type: 'PaymentDeclined'; code: string }
  | { type: 'PaymentVoided' }
  | { type: 'PaymentCaptured'; shipmentId: string | null; amount: number }
  | { type: 'RefundSucceeded'; refundId: string }
  | { type: 'ShipmentDispatched'; shipmentId: string; items: readonly ShippedItem[] }
  | { type: 'ShipmentDelivered'; shipmentId: string }
  | { type: 'ShipmentCancelled' }
  | { type: 'DeadlineReached'; due: Instant }
);
export type InputOf<Type extends CheckoutInput['type']> = Extract<CheckoutInput, { type: Type }>;

type Told = typeof told;

/** An integration event that is to leave, by its name in the contract. */
export type Tell = {
  [Name in keyof Told]: { kind: 'tell'; name: Name; data: z.input<Told[Name]['shape']['data']> };
}[keyof Told];

/** What is to be done: a command on the order, a question to another service, a message. */
export type Effect =
  | { kind: 'command'; command: OrderCommand }
  | { kind: 'ask'; what: 'PRICES' | 'RESERVATION' }
  | Tell;

export type Reaction = { checkout: CheckoutState; effects: readonly Effect[] };
