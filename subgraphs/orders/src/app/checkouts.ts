import { traceIdOf, traceparent } from '@souk/platform/trace';
import { type Advanced, advance, beginning } from '../domain/checkout.ts';
import type { CheckoutInput, CheckoutState, Tell } from '../domain/checkout-state.ts';
import { OrderRejected } from '../domain/order-rejected.ts';
import type {
  Ask,
  CheckoutChange,
  CheckoutDetails,
  CheckoutLogEntry,
  CheckoutUnit,
  KeptCheckout,
} from './checkout-store.ts';
import { isOpen } from './place-order-outcome.ts';

/** An input, and what it says that only the customer must know. */
export type Told = { input: CheckoutInput; details?: CheckoutDetails };

export type Pace = {
  /** How long a deadline really takes, as a multiple of what the process says. */
  pace: number;
  /** For how long nobody else asks a question that has been raised, milliseconds. */
  askLeaseMs: number;
};

const UNDOING: readonly Tell['name'][] = [
  'PaymentVoidRequested',
  'OrderCancelled',
  'RefundRequested',
  'CancellationRequested',
];

const askOf = ({ step }: CheckoutState): Ask | null => {
  if (step === 'PRICING') return 'PRICES';
  return step === 'RESERVING' ? 'RESERVATION' : null;
};

/** Tells a locked checkout something and stores what that leads to. Throws OrderRejected. */
export async function continueCheckout(
  unit: Pick<CheckoutUnit, 'save'>,
  before: KeptCheckout,
  told: readonly Told[],
  pace: Pace,
): Promise<Advanced> {
  const advanced = tell(before, told);
  const change = changeOf(before, told, advanced, pace);
  if (change !== null) await unit.save(change);
  return advanced;
}

/**
 * Tells an order's checkout something, under its lock. Throws OrderRejected for what the order does
 * not allow, and for an order that does not exist.
 */
export async function advanceCheckout(
  unit: CheckoutUnit,
  orderId: string,
  told: Told,
  pace: Pace,
): Promise<Advanced> {
  const before = await unit.lock(orderId);
  if (before === null) throw new OrderRejected('NO_SUCH_ORDER');
  return continueCheckout(unit, before, [told], pace);
}

/** A checkout that begins now. */
export const newCheckout = (orderId: string, cartId: string): KeptCheckout => ({
  ...beginning,
  ...{ orderId, cartId, details: {}, logged: 0, dueAt: null, askAfter: null },
  traceparent: traceparent() ?? null,
});

type Step = { advanced: Advanced; from: CheckoutState; input: CheckoutInput };
type AllAdvanced = Advanced & { steps: readonly Step[] };

function tell(before: KeptCheckout, told: readonly Told[]): AllAdvanced {
  let { order, checkout } = before;
  const steps: Step[] = [];
  for (const { input } of told) {
    const advanced = advance({ order, checkout }, input);
    steps.push({ advanced, from: checkout, input });
    ({ order, checkout } = advanced);
  }
  const events = steps.flatMap(({ advanced }) => advanced.events);
  const effects = steps.flatMap(({ advanced }) => advanced.effects);
  return { order, checkout, events, effects, steps };
}

/** What is to be stored; null where nothing happened. */
function changeOf(
  before: KeptCheckout,
  told: readonly Told[],
  { order, checkout, events, effects, steps }: AllAdvanced,
  { pace, askLeaseMs }: Pace,
): CheckoutChange | null {
  const changed = steps.filter(
    ({ advanced, from }) =>
      advanced.checkout !== from || advanced.events.length > 0 || advanced.effects.length > 0,
  );
  const last = changed.at(-1);
  if (last === undefined) return null;
  const at = new Date(last.input.at);
  const ask = askOf(checkout);
  const raised = effects.some(({ kind }) => kind === 'ask');
  const leased = new Date(at.getTime() + askLeaseMs);
  const failed =
    before.checkout.outcome === null && checkout.outcome !== null && checkout.outcome !== 'SHIPPED';
  const details = Object.assign({}, before.details, ...told.map((each) => each.details));
  return {
    before,
    after: { order, checkout },
    events,
    tells: effects.filter((effect) => effect.kind === 'tell'),
    at,
    causationId: last.input.id,
    ask,
    askAfter: ask === null ? null : raised || before.askAfter === null ? leased : before.askAfter,
    dueAt: dueAt(before, checkout, at, pace),
    details,
    log: changed.map((step, index) => logEntry(before, step, before.logged + index + 1)),
    cart: cartOf(before, events, failed),
    freesCoupon: failed && order.placement?.couponCode != null,
    settled: isOpen(before.checkout, before.details) && !isOpen(checkout, details),
  };
}

function dueAt(before: KeptCheckout, { deadline }: CheckoutState, at: Date, pace: number) {
  if (deadline === null) return null;
  if (deadline.at === before.checkout.deadline?.at) return before.dueAt;
  const waits = (Date.parse(deadline.at) - at.getTime()) * pace;
  return new Date(at.getTime() + Math.max(0, Math.round(waits)));
}

function logEntry(
  { orderId, traceparent: began }: KeptCheckout,
  { advanced, from, input }: Step,
  position: number,
): CheckoutLogEntry {
  const tells = advanced.effects.filter((effect) => effect.kind === 'tell');
  const told = tells.map(({ name }) => name);
  return {
    orderId,
    position,
    at: new Date(input.at),
    input: input.type,
    fromStep: from.step,
    toStep: advanced.checkout.step,
    told,
    compensation: told.some((name) => UNDOING.includes(name)),
    traceId: traceIdOf(traceparent() ?? began ?? '') || null,
  };
}

function cartOf(
  { cartId }: KeptCheckout,
  events: Advanced['events'],
  failed: boolean,
): CheckoutChange['cart'] {
  if (cartId === null) return 'KEEP';
  if (events.some(({ type }) => type === 'OrderConfirmed')) return 'TAKE';
  if (events.some(({ type }) => type === 'OrderPlaced')) return failed ? 'KEEP' : 'CLAIM';
  return failed ? 'RELEASE' : 'KEEP';
}
