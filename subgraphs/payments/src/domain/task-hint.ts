import type { PaymentState } from './payment-state.ts';
import type { IntentStatus } from './provider-intent.ts';
import type { Hint } from './task.ts';

/** What a payment's own status says that the provider's status can mean. */
const MEANS: Readonly<Record<IntentStatus, readonly PaymentState['status'][]>> = {
  UNCONFIRMED: [],
  REQUIRES_ACTION: ['REQUIRES_ACTION'],
  HELD: ['AUTHORIZED', 'PARTIALLY_CAPTURED'],
  DECLINED: ['DECLINED'],
  TAKEN: ['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  CANCELLED: ['VOIDED', 'EXPIRED'],
  EXPIRED: ['VOIDED', 'EXPIRED'],
};

/** Whether a hint says nothing that is not recorded, so that the provider need not be asked. */
export function isKnown(hint: Hint, state: PaymentState): boolean {
  if ('refundId' in hint) return state.refunds[hint.refundId]?.status === hint.status;
  return MEANS[hint.status].includes(state.status) && state.captured === hint.received;
}
