import type { Logger } from '@souk/platform/log';
import { catchUp, catchUpRefunds } from '../domain/catch-up.ts';
import { decidePayment, type PaymentCommand, PaymentRejected } from '../domain/payment-decide.ts';
import type { Instant, PaymentEvent } from '../domain/payment-events.ts';
import type { PaymentState } from '../domain/payment-state.ts';
import type { ProviderIntent } from '../domain/provider-intent.ts';
import type { TakenTask, TaskOf } from '../domain/task.ts';
import { isKnown } from '../domain/task-hint.ts';
import type { Answer, InUnit } from './payment-unit.ts';
import { type Provider, ProviderRefused } from './provider.ts';

/** What the provider's answer means, for the state in which the payment is by then. */
export type Finding = {
  commandsFor: (state: PaymentState) => PaymentCommand[];
  /** What to tell whoever asked, where no event tells it already. */
  answerFor?: (state: PaymentState, events: readonly PaymentEvent[]) => Answer | null;
};

export type Asking = (state: PaymentState) => Promise<Finding>;

type Around = {
  provider: Provider;
  inUnit: InUnit;
  taken: TakenTask;
  at: Instant;
  log: Logger;
};

/** Stripe forgets keys after 24 hours; before that, what is uncertain is looked up first. */
const KEY_LIFE_MS = 23 * 3_600_000;

const NOTHING: Finding = { commandsFor: () => [] };
const tells = (events: readonly PaymentEvent[], types: readonly PaymentEvent['type'][]) =>
  events.some(({ type }) => types.includes(type));

/** How each kind of task is asked of the provider. */
export function asking(around: Around): Asking {
  const { taken } = around;
  const { task } = taken;
  switch (task.kind) {
    case 'AUTHORIZE':
      return (state) => authorize(around, task, state);
    case 'CAPTURE':
      return (state) => capture(around, task, state);
    case 'VOID':
      return (state) => voiding(around, state);
    case 'REFUND':
      return (state) => refund(around, task, state);
    case 'SYNC':
      return (state) => sync(around, task, state);
  }
}

const follow = (intent: ProviderIntent, at: Instant): Finding => ({
  commandsFor: (state) => catchUp(intent, state, at),
});

const mayBeForgotten = ({ taken, at }: Around) =>
  Date.parse(at) - taken.createdAt.getTime() > KEY_LIFE_MS;

async function authorize(
  around: Around,
  { paymentMethod, returnUrl }: TaskOf<'AUTHORIZE'>,
  state: PaymentState,
): Promise<Finding> {
  const { provider, taken, at } = around;
  const { orderId, paymentId } = taken;
  const { amount, currency } = state;
  const no = (code: string, message: string): Finding => ({
    commandsFor: () => [{ type: 'Decline', code, message, at }],
  });
  if (currency === null || state.reference !== null) return NOTHING;
  // A second hold for one order must not be: the order has long been given up, a hold ends by itself.
  if (mayBeForgotten(around)) return no('provider_unavailable', 'The payment took too long.');
  try {
    const asked = { orderId, paymentId, amount, currency, paymentMethod, returnUrl };
    return follow(await provider.authorize(asked, `authorize-${orderId}`), at);
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    around.log.error({ err: error }, 'payment refused by the provider');
    return no(error.code, 'This means of payment cannot be used.');
  }
}

async function capture(
  around: Around,
  { shipmentId, amount }: TaskOf<'CAPTURE'>,
  state: PaymentState,
): Promise<Finding> {
  const { provider, at, log } = around;
  const { reference } = state;
  const orderId = around.taken.orderId;
  const answerFor: Finding['answerFor'] = ({ captures }, events) => {
    if (tells(events, ['PaymentCaptured'])) return null;
    if (Object.hasOwn(captures, shipmentId)) return { type: 'CAPTURED', orderId, shipmentId };
    log.error({ shipment: shipmentId, amount }, 'money for a shipment cannot be taken');
    return null;
  };
  if (reference === null || Object.hasOwn(state.captures, shipmentId) || amount > state.held) {
    return { ...NOTHING, answerFor };
  }
  if (mayBeForgotten(around)) {
    const intent = await provider.retrieve(reference);
    if (Object.hasOwn(intent.captures, shipmentId)) return { ...follow(intent, at), answerFor };
  }
  const part = { shipmentId, amount, isLast: amount === state.held };
  const intent = await provider
    .capture(reference, part, `capture-${shipmentId}`)
    .catch((error: unknown) => {
      if (!(error instanceof ProviderRefused)) throw error;
      log.error({ err: error, shipment: shipmentId }, 'capture refused by the provider');
      return provider.retrieve(reference);
    });
  return { ...follow(intent, at), answerFor };
}

/** Whatever becomes of it, whoever asked is told that nothing is held any more. */
async function voiding({ provider, taken, at }: Around, state: PaymentState): Promise<Finding> {
  const { reference, captured, held } = state;
  const answerFor: Finding['answerFor'] = (_, events) =>
    tells(events, ['PaymentVoided', 'PaymentExpired'])
      ? null
      : { type: 'VOIDED', orderId: taken.orderId };
  const letGo: Finding = { commandsFor: () => [{ type: 'Void', at }], answerFor };
  if (reference === null || (captured > 0 && held === 0)) return letGo;
  try {
    const intent = await (captured > 0
      ? provider.releaseRest(reference, taken.id)
      : provider.cancel(reference, taken.id));
    return { ...follow(intent, at), answerFor };
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    const intent = await provider.retrieve(reference);
    const stillThere = !['CANCELLED', 'EXPIRED', 'TAKEN'].includes(intent.status);
    if (stillThere) throw new Error(`the hold could not be let go: ${error.message}`);
    return { ...follow(intent, at), answerFor };
  }
}

/** Reserves the amount first, so that refunds that are asked for at the same time never exceed it. */
async function refund(
  around: Around,
  { refundId, amount, reason }: TaskOf<'REFUND'>,
  before: PaymentState,
): Promise<Finding> {
  const { provider, inUnit, taken, at } = around;
  const { orderId, paymentId, cause } = taken;
  const answerFor: Finding['answerFor'] = ({ refunds }, events) => {
    if (tells(events, ['RefundSucceeded', 'RefundFailed', 'RefundReversed'])) return null;
    const status = refunds[refundId]?.status;
    if (status === 'SUCCEEDED') return { type: 'REFUND_SUCCEEDED', orderId, refundId };
    return status === 'FAILED'
      ? { type: 'REFUND_FAILED', orderId, refundId, code: 'failed' }
      : null;
  };
  const refused = (code: string): Finding => ({
    commandsFor: () => [],
    answerFor: () => ({ type: 'REFUND_FAILED', orderId, refundId, code }),
  });
  try {
    await inUnit(async (unit) => {
      const loaded = await unit.load(paymentId);
      const command = { type: 'Refund', refundId, amount, reason, at } as const;
      await unit.record(loaded, decidePayment(command, loaded.state), cause);
    });
  } catch (error) {
    if (!(error instanceof PaymentRejected)) throw error;
    around.log.error({ code: error.code, refund: refundId }, 'refund refused');
    return refused(error.code.toLowerCase());
  }
  const known = before.refunds[refundId]?.status ?? 'PENDING';
  const { reference } = before;
  if (known !== 'PENDING' || reference === null) return { ...NOTHING, answerFor };
  try {
    const asked = { refundId, amount };
    const repeated = mayBeForgotten(around)
      ? (await provider.refundsOf(reference)).find((each) => each.refundId === refundId)
      : undefined;
    const made = repeated ?? (await provider.refund(reference, asked, `refund-${refundId}`));
    return { commandsFor: (state) => catchUpRefunds([made], state, at), answerFor };
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    around.log.error({ err: error, refund: refundId }, 'refund refused by the provider');
    const { code } = error;
    return { commandsFor: () => [{ type: 'FailRefund', refundId, code, at }], answerFor };
  }
}

async function sync(
  { provider, at }: Around,
  { hint }: TaskOf<'SYNC'>,
  state: PaymentState,
): Promise<Finding> {
  const { reference } = state;
  if (reference === null || (hint !== null && isKnown(hint, state))) return NOTHING;
  const intent = await provider.retrieve(reference);
  const refunds =
    Object.keys(state.refunds).length === 0 ? [] : await provider.refundsOf(reference);
  return {
    commandsFor: (now) => [...catchUp(intent, now, at), ...catchUpRefunds(refunds, now, at)],
  };
}
