import { AppError } from '@souk/platform/errors';
import type { Logger } from '@souk/platform/log';
import { decidePayment, PaymentRejected } from '../domain/payment-decide.ts';
import type { PaymentEvent } from '../domain/payment-events.ts';
import { evolvePayment, type PaymentState } from '../domain/payment-state.ts';
import type { TakenTask } from '../domain/task.ts';
import { type Asking, asking, type Finding } from './asking.ts';
import type { Answer, InUnit, Loaded, PaymentUnit } from './payment-unit.ts';
import type { Provider } from './provider.ts';

export type Perform = (taken: TakenTask) => Promise<void>;

/**
 * Asks the provider, then records what it said, what follows in the ledger, and what others are told
 * of it, in the one transaction that ends the task. Whoever dies before that commit leaves the task to
 * be done again, under the same key. Throws whatever may pass.
 */
export const performTask =
  (deps: {
    inUnit: InUnit;
    stateOf: (paymentId: string) => Promise<PaymentState>;
    provider: Provider;
    log: Logger;
    now?: () => Date;
  }): Perform =>
  async (taken) => {
    const { inUnit, stateOf, provider, log, now = () => new Date() } = deps;
    const { paymentId, orderId } = taken;
    const about = { task: taken.id, kind: taken.task.kind, payment: paymentId, order: orderId };
    const at = now().toISOString();
    const ask: Asking = asking({ provider, inUnit, taken, at, log: log.child(about) });
    const state = await stateOf(paymentId);
    if (state.status === null) throw new AppError('NOT_FOUND', `There is no payment ${paymentId}.`);
    const finding = await ask(state);
    await inUnit(async (unit) => {
      // Another worker has taken it over, and records what it finds: the same.
      if (!(await unit.endTask(taken.id, taken.attempt))) return;
      await settle(unit, await unit.load(paymentId), finding, taken, log.child(about));
    });
  };

/** Carries out the commands that follow from an answer, and gives the answer that was asked for. */
async function settle(
  unit: PaymentUnit,
  loaded: Loaded,
  { commandsFor, answerFor }: Finding,
  { cause }: TakenTask,
  log: Logger,
): Promise<void> {
  const events: PaymentEvent[] = [];
  let { state } = loaded;
  for (const command of commandsFor(state)) {
    try {
      const fresh = decidePayment(command, state);
      state = fresh.reduce(evolvePayment, state);
      events.push(...fresh);
    } catch (error) {
      if (!(error instanceof PaymentRejected)) throw error;
      log.error({ command, code: error.code }, 'the provider did what the payment does not allow');
    }
  }
  const after = await unit.record(loaded, events, cause);
  const answer: Answer | null = answerFor?.(after.state, events) ?? null;
  if (answer !== null) await unit.answer(after, answer, cause);
}
