import { react } from './checkout-saga.ts';
import {
  type CheckoutInput,
  type CheckoutState,
  type Effect,
  noCheckout,
} from './checkout-state.ts';
import { decideOrder } from './order-decide.ts';
import type { OrderEvent } from './order-events.ts';
import { evolveOrder, noOrder, type OrderState } from './order-state.ts';

/** An order and the process that moves it: they change together, in one transaction. */
export type Checkout = { order: OrderState; checkout: CheckoutState };

export const beginning: Checkout = { order: noOrder, checkout: noCheckout };

export type Advanced = Checkout & {
  /** To append to the order's stream. */
  events: readonly OrderEvent[];
  /** To send: questions and messages, in this sequence. */
  effects: readonly Exclude<Effect, { kind: 'command' }>[];
};

/** One input, all the way: the process reacts, its commands are carried out on the order. Throws OrderRejected. */
export function advance({ order: before, checkout }: Checkout, input: CheckoutInput): Advanced {
  const reaction = react(checkout, before, input);
  const events: OrderEvent[] = [];
  const effects: Exclude<Effect, { kind: 'command' }>[] = [];
  let order = before;
  for (const effect of reaction.effects) {
    if (effect.kind !== 'command') {
      effects.push(effect);
      continue;
    }
    const fresh = decideOrder(effect.command, order);
    order = fresh.reduce(evolveOrder, order);
    events.push(...fresh);
  }
  return { order, checkout: reaction.checkout, events, effects };
}
