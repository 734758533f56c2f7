import type { Decline } from './card.ts';
import { type Movement, movement } from './movement.ts';
import type { PaymentMethod } from './payment-method.ts';
import { invalid } from './refusal.ts';

export type Status =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled';

/** Amounts in minor units, times in Unix seconds. */
export type Intent = {
  id: string;
  clientSecret: string;
  status: Status;
  amount: number;
  currency: string;
  amountCapturable: number;
  amountReceived: number;
  amountRefunded: number;
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  /** Whether it may be captured in several parts. */
  multicapture: boolean;
  paymentMethod: PaymentMethod | null;
  charge: string | null;
  lastError: Decline | null;
  returnUrl: string | null;
  description: string | null;
  customer: string | null;
  metadata: Readonly<Record<string, string>>;
  created: number;
  canceledAt: number | null;
  cancellationReason: string | null;
};

/** What a step did: the new state, the money it moved, the facts it tells. */
export type Step = {
  intent: Intent;
  movements: readonly Movement[];
  facts: readonly string[];
  /** Set where the card was refused; the refusal is a fact, not a failure of the step. */
  declined?: Decline;
};

const AUTHENTICATION_FAILED: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: null,
  message: 'The provided PaymentMethod has failed authentication.',
};

/** Throws Refusal when the intent is not waiting to be confirmed. */
export function confirm(intent: Intent, method: PaymentMethod | null, charge: string): Step {
  expect(intent, 'confirm', ['requires_payment_method', 'requires_confirmation']);
  const chosen = method ?? intent.paymentMethod;
  if (chosen === null) {
    throw invalid(
      'payment_intent_unexpected_state',
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
    );
  }
  const ready: Intent = { ...intent, paymentMethod: chosen, lastError: null };
  if (!chosen.behaviour.authenticates) return authorize(ready, chosen, charge);
  const waiting: Intent = { ...ready, status: 'requires_action' };
  return { intent: waiting, movements: [], facts: ['payment_intent.requires_action'] };
}

/** The cardholder's word. Throws Refusal when nobody waits for it. */
export function answerAuthentication(intent: Intent, approved: boolean, charge: string): Step {
  expect(intent, 'authenticate', ['requires_action']);
  if (intent.paymentMethod === null) throw invalid(null, 'There is no card to authenticate.');
  return approved
    ? authorize(intent, intent.paymentMethod, charge)
    : decline(intent, AUTHENTICATION_FAILED);
}

/** Takes `amount` of what is held; the rest is released unless `final` is false. Throws Refusal. */
export function capture(intent: Intent, amount: number | null, final: boolean): Step {
  expect(intent, 'capture', ['requires_capture']);
  const held = intent.amountCapturable;
  const taken = amount ?? held;
  if (taken > held) {
    throw invalid(
      'amount_too_large',
      `The amount_to_capture (${taken}) is greater than the capturable amount (${held}).`,
      'amount_to_capture',
    );
  }
  if (!final && !intent.multicapture) {
    throw invalid(
      null,
      'final_capture=false needs a PaymentIntent that was created with payment_method_options[card][request_multicapture]=if_available.',
      'final_capture',
    );
  }
  const onlyReleases = final && intent.amountReceived > 0;
  if (taken === 0 && !onlyReleases) {
    throw invalid('parameter_invalid_integer', 'Nothing is captured.', 'amount_to_capture');
  }
  const left = held - taken;
  const done = final || left === 0;
  return {
    intent: {
      ...intent,
      status: done ? 'succeeded' : 'requires_capture',
      amountCapturable: done ? 0 : left,
      amountReceived: intent.amountReceived + taken,
    },
    movements: [...some('capture', taken, intent), ...some('release', done ? left : 0, intent)],
    facts: [done ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated'],
  };
}

/** Releases what is held. Throws Refusal for an intent that is over. `at` in Unix seconds. */
export function cancel(intent: Intent, reason: string | null, at: number): Step {
  expect(intent, 'cancel', [
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'requires_capture',
  ]);
  return {
    intent: {
      ...intent,
      status: 'canceled',
      amountCapturable: 0,
      canceledAt: at,
      cancellationReason: reason,
    },
    movements: some('release', intent.amountCapturable, intent),
    facts: ['payment_intent.canceled'],
  };
}

function authorize(intent: Intent, { behaviour }: PaymentMethod, charge: string): Step {
  if (behaviour.decline !== null) return decline(intent, behaviour.decline);
  const held: Step = {
    intent: { ...intent, status: 'requires_capture', charge, amountCapturable: intent.amount },
    movements: some('authorization', intent.amount, intent),
    facts: ['payment_intent.amount_capturable_updated'],
  };
  if (intent.captureMethod === 'manual') return held;
  const taken = capture(held.intent, null, true);
  return { ...taken, movements: [...held.movements, ...taken.movements] };
}

const decline = (intent: Intent, why: Decline): Step => ({
  intent: { ...intent, status: 'requires_payment_method', paymentMethod: null, lastError: why },
  movements: [],
  facts: ['payment_intent.payment_failed'],
  declined: why,
});

const some = (kind: Movement['kind'], amount: number, { id, currency }: Intent): Movement[] =>
  amount === 0 ? [] : [movement(kind, amount, { currency, paymentIntent: id })];

function expect(intent: Intent, verb: string, allowed: readonly Status[]): void {
  if (allowed.includes(intent.status)) return;
  throw invalid(
    'payment_intent_unexpected_state',
    `This PaymentIntent could not be used to ${verb} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may: ${allowed.join(', ')}.`,
  );
}
