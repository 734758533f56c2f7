import type { CheckoutState, CheckoutStep } from './checkout-state.ts';
import type { Instant } from './order-events.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long a step waits, milliseconds, before its deadline is reached; doubled at each attempt. */
const PATIENCE: Readonly<Partial<Record<CheckoutStep, number>>> = {
  PRICING: 30 * SECOND,
  RESERVING: 30 * SECOND,
  AUTHORIZING: 2 * MINUTE,
  // Card networks keep a hold for seven days.
  FULFILLING: 144 * HOUR,
  RECALLING: 10 * MINUTE,
  VOIDING: MINUTE,
  REFUNDING: 10 * MINUTE,
};
const LONGEST = 144 * HOUR;

/** How long the customer may take to prove who they are. */
export const ACTION_WINDOW_MS = 15 * MINUTE;

/** How long a capture waits for its answer before it is asked for again. */
export const CAPTURE_PATIENCE_MS = 10 * MINUTE;

/** How much of the hold must be left to confirm: the time that the news may take to products. */
export const HOLD_MARGIN_MS = 5 * MINUTE;

/** For how long to ask products to hold: every step before the pivot, and the margin, with room. */
export const HOLD_MS = 30 * MINUTE;

export const later = (at: Instant, ms: number): Instant =>
  new Date(Date.parse(at) + ms).toISOString();

/** The checkout in another step (or again in its own), with that step's deadline. */
export function enter(
  checkout: CheckoutState,
  step: CheckoutStep,
  at: Instant,
  attempt = 0,
): CheckoutState {
  const patience = PATIENCE[step];
  if (patience === undefined) return { ...checkout, step, deadline: null };
  const wait = Math.min(patience * 2 ** attempt, LONGEST);
  return { ...checkout, step, deadline: { at: later(at, wait), attempt } };
}
