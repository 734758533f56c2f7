import type { Hint } from '../domain/task.ts';
import { isKnown } from '../domain/task-hint.ts';
import type { InUnit } from './payment-unit.ts';

/** What the provider says to have happened, before it is looked up. */
export type ProviderNews = {
  /** The provider's id of the event. */
  eventId: string;
  reference: string;
  /** Our id of the payment, as the provider keeps it for us; null where it does not say. */
  paymentId: string | null;
  hint: Hint | null;
};

/** Notes down that the provider is to be asked how a payment stands; once for each event. */
export const takeHint =
  (inUnit: InUnit) =>
  ({ eventId, reference, paymentId, hint }: ProviderNews): Promise<void> =>
    inUnit(async (unit) => {
      if (!(await unit.receive(eventId))) return;
      const id = (await unit.ofReference(reference)) ?? paymentId;
      if (id === null) return;
      const { state } = await unit.load(id);
      if (state.status === null || (hint !== null && isKnown(hint, state))) return;
      const about = { paymentId: id, orderId: state.orderId };
      await unit.schedule(about, { kind: 'SYNC', hint }, eventId);
    });
