import type { PaymentCommand } from './payment-decide.ts';
import type { Instant } from './payment-events.ts';
import { isOver, isWaiting, type PaymentState } from './payment-state.ts';
import type { ProviderIntent, ProviderRefund } from './provider-intent.ts';

/** What the provider took and nobody has recorded: what we asked for, then what it took unasked. */
function captures(intent: ProviderIntent, state: PaymentState, at: Instant): PaymentCommand[] {
  const asked = Object.entries(intent.captures).filter(
    ([key]) => !Object.hasOwn(state.captures, key),
  );
  const unrecorded = intent.received - state.captured;
  const unasked = unrecorded - asked.reduce((total, [, amount]) => total + amount, 0);
  return [
    ...asked.map(([key, amount]): PaymentCommand => ({ type: 'Capture', key, amount, at })),
    ...(unasked > 0
      ? [{ type: 'Capture', key: `provider-${intent.received}`, amount: unasked, at } as const]
      : []),
  ];
}

/** The commands by which a payment comes to stand as it does at the provider. */
export function catchUp(
  intent: ProviderIntent,
  state: PaymentState,
  at: Instant,
): PaymentCommand[] {
  const { reference, card, status, actionUrl, declined } = intent;
  const waiting = isWaiting(state);
  const known: PaymentCommand = { type: 'Submit', reference, card, at };
  const held = waiting || isOver(state) ? [{ type: 'Authorize', at } as const] : [];
  const taken = intent.received > 0 ? [...held, ...captures(intent, state, at)] : [];
  switch (status) {
    case 'UNCONFIRMED':
      return [known];
    case 'REQUIRES_ACTION':
      return actionUrl === null ? [known] : [known, { type: 'RequireAction', actionUrl, at }];
    case 'DECLINED':
      return declined === null || !waiting
        ? [known]
        : [known, { type: 'Decline', ...declined, at }];
    case 'HELD':
      return [known, ...(intent.received > 0 ? taken : held)];
    case 'TAKEN':
    case 'CANCELLED':
      return [known, ...taken, { type: 'Void', at }];
    case 'EXPIRED':
      return [known, ...taken, { type: 'Expire', at }];
  }
}

/** The commands by which refunds come to stand as they do at the provider. */
export const catchUpRefunds = (
  refunds: readonly ProviderRefund[],
  state: PaymentState,
  at: Instant,
): PaymentCommand[] =>
  refunds.flatMap(({ refundId, status, code }): PaymentCommand[] => {
    if (refundId === null || !Object.hasOwn(state.refunds, refundId)) return [];
    if (status === 'SUCCEEDED') return [{ type: 'SettleRefund', refundId, at }];
    return status === 'FAILED'
      ? [{ type: 'FailRefund', refundId, code: code ?? 'unknown', at }]
      : [];
  });
