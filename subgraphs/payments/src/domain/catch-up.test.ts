import { replay } from '@souk/platform/decider';
import { expect, test } from 'vitest';
import { catchUp, catchUpRefunds } from './catch-up.ts';
import { decidePayment, type PaymentCommand, paymentDecider } from './payment-decide.ts';
import type { PaymentEvent } from './payment-events.ts';
import type { PaymentState } from './payment-state.ts';
import type { IntentStatus, ProviderIntent } from './provider-intent.ts';
import { isKnown } from './task-hint.ts';

const at = '2026-05-01T12:00:00.000Z';
const create: PaymentCommand = {
  ...{ type: 'Create', paymentId: 'p', orderId: 'o', customerId: 'c', at },
  ...{ amount: 900, currency: 'EUR' },
};
const intent = (status: IntentStatus, change: Partial<ProviderIntent> = {}): ProviderIntent => ({
  ...{ reference: 'pi_1', status, received: 0, captures: {}, actionUrl: null, card: null },
  declined: null,
  ...change,
});
const carryOut = (commands: readonly PaymentCommand[], before: readonly PaymentEvent[]) => {
  const events = [...before];
  for (const command of commands) {
    events.push(...decidePayment(command, replay(paymentDecider, events)));
  }
  return events;
};
const given = (...commands: PaymentCommand[]) => carryOut([create, ...commands], []);
const held: PaymentCommand = { type: 'Authorize', at };
const took = (amount: number): PaymentCommand => ({ type: 'Capture', key: 's1', amount, at });
const known: PaymentCommand = { type: 'Submit', reference: 'pi_1', card: null, at };

type Case = [story: string, given: PaymentEvent[], ProviderIntent, said: string[]];
test.each<Case>([
  ['a hold', given(), intent('HELD'), ['PaymentSubmitted', 'PaymentAuthorized']],
  ['nothing new', given(known, held), intent('HELD'), []],
  [
    'a request for proof',
    given(known),
    intent('REQUIRES_ACTION', { actionUrl: 'http://psp/3ds' }),
    ['PaymentActionRequired'],
  ],
  [
    'a decline',
    given(known),
    intent('DECLINED', { declined: { code: 'expired_card', message: 'No.' } }),
    ['PaymentDeclined'],
  ],
  [
    'a cancellation that nobody asked for',
    given(known, held),
    intent('CANCELLED'),
    ['PaymentVoided'],
  ],
  ['a hold that ran out', given(known, held), intent('EXPIRED'), ['PaymentExpired']],
  [
    'a hold after its void',
    given(known, { type: 'Void', at }),
    intent('HELD'),
    ['PaymentAuthorized'],
  ],
  [
    'a capture that was not recorded',
    given(known, held),
    intent('HELD', { received: 300, captures: { s1: 300 } }),
    ['PaymentCaptured'],
  ],
  [
    'all taken unasked, before the hold was known',
    given(known),
    intent('TAKEN', { received: 900 }),
    ['PaymentAuthorized', 'PaymentCaptured'],
  ],
  [
    'a part taken, the rest let go',
    given(known, held, took(300)),
    intent('TAKEN', { received: 300, captures: { s1: 300 } }),
    ['PaymentHoldReleased'],
  ],
  [
    'a part taken unasked beside one that was asked for',
    given(known, held),
    intent('TAKEN', { received: 900, captures: { s1: 300 } }),
    ['PaymentCaptured', 'PaymentCaptured'],
  ],
])('a payment catches up with %s', (_, before, there, said) => {
  const after = carryOut(catchUp(there, replay(paymentDecider, before), at), before);
  expect(after.slice(before.length).map(({ type }) => type)).toEqual(said);
  const again = carryOut(catchUp(there, replay(paymentDecider, after), at), after);
  expect(again).toEqual(after);
});

test('refunds catch up; what was given back elsewhere is not ours', () => {
  const refund = (refundId: string): PaymentCommand => ({
    ...{ type: 'Refund', refundId, amount: 100, reason: 'x', at },
  });
  const state = replay(paymentDecider, given(known, held, took(900), refund('r1'), refund('r2')));
  const there = (refundId: string | null, status: 'SUCCEEDED' | 'FAILED') => ({
    ...{ reference: 're_1', refundId, amount: 100, status, code: null },
  });
  const refunds = [there('r1', 'SUCCEEDED'), there('r2', 'FAILED'), there(null, 'SUCCEEDED')];
  expect(catchUpRefunds(refunds, state, at).map(({ type }) => type)).toEqual([
    ...['SettleRefund', 'FailRefund'],
  ]);
});

test('a hint says nothing new only where all of it is recorded', () => {
  const state: PaymentState = replay(paymentDecider, given(known, held, took(300)));
  expect(isKnown({ status: 'HELD', received: 300 }, state)).toBe(true);
  expect(isKnown({ status: 'HELD', received: 900 }, state)).toBe(false);
  expect(isKnown({ status: 'CANCELLED', received: 300 }, state)).toBe(false);
  expect(isKnown({ refundId: 'r1', status: 'SUCCEEDED' }, state)).toBe(false);
});
