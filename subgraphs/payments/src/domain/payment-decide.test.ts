import { replay } from '@souk/platform/decider';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEDGER_ACCOUNTS, type Posting } from './ledger.ts';
import { contradictions } from './payment.ts';
import {
  decidePayment,
  type PaymentCommand,
  PaymentRejected,
  type PaymentRejection,
  paymentDecider,
} from './payment-decide.ts';
import { postingsOf } from './payment-postings.ts';
import type { PaymentState } from './payment-state.ts';

const at = '2026-05-01T12:00:00.000Z';
type Given = PaymentCommand extends infer C ? (C extends unknown ? Omit<C, 'at'> : never) : never;

const create: Given = {
  ...{ type: 'Create', paymentId: 'p', orderId: 'o', customerId: 'c' },
  ...{ amount: 1_000, currency: 'KRW' },
};
const submit = (reference: string): Given => ({ type: 'Submit', reference, card: null });
const proof: Given = { type: 'RequireAction', actionUrl: 'http://psp/3ds' };
const authorize: Given = { type: 'Authorize' };
const decline: Given = { type: 'Decline', code: 'card_declined', message: 'No.' };
const capture = (key: string, amount: number): Given => ({ type: 'Capture', key, amount });
const refund = (refundId: string, amount: number): Given => ({
  ...{ type: 'Refund', refundId, amount, reason: 'RETURNED' },
});
const settle = (refundId: string): Given => ({ type: 'SettleRefund', refundId });
const failRefund = (refundId: string): Given => ({ type: 'FailRefund', refundId, code: 'closed' });
const voiding: Given = { type: 'Void' };
const expire: Given = { type: 'Expire' };

const carryOut = (given: readonly Given[]) => {
  const events: ReturnType<typeof decidePayment> = [];
  for (const command of given) {
    const state = replay(paymentDecider, events);
    events.push(...decidePayment({ ...command, at } as PaymentCommand, state));
  }
  return { events, state: replay(paymentDecider, events) };
};

const taken = [create, authorize, capture('s1', 1_000)];

describe('a payment', () => {
  test.each<[story: string, given: Given[], status: PaymentState['status']]>([
    ['is created', [create], 'CREATED'],
    ['asks for proof', [create, proof], 'REQUIRES_ACTION'],
    ['is held', [create, authorize], 'AUTHORIZED'],
    ['is held after proof', [create, proof, authorize], 'AUTHORIZED'],
    ['is declined', [create, decline], 'DECLINED'],
    ['is declined after proof', [create, proof, decline], 'DECLINED'],
    ['is taken in part', [create, authorize, capture('s1', 400)], 'PARTIALLY_CAPTURED'],
    ['is taken', taken, 'CAPTURED'],
    ['is taken in parts', [create, authorize, capture('s1', 400), capture('s2', 600)], 'CAPTURED'],
    [
      'lets go of what is left after a part',
      [create, authorize, capture('s1', 400), voiding],
      'CAPTURED',
    ],
    ['is voided before anything is held', [create, voiding], 'VOIDED'],
    ['is voided', [create, authorize, voiding], 'VOIDED'],
    ['expires', [create, authorize, expire], 'EXPIRED'],
    ['stands when the hold comes after the void', [create, voiding, authorize], 'AUTHORIZED'],
    ['is voided again after that', [create, voiding, authorize, voiding], 'VOIDED'],
    ['waits for a refund', [...taken, refund('r1', 300)], 'CAPTURED'],
    ['is given back in part', [...taken, refund('r1', 300), settle('r1')], 'PARTIALLY_REFUNDED'],
    ['is given back', [...taken, refund('r1', 1_000), settle('r1')], 'REFUNDED'],
    [
      'stays taken when the refund fails',
      [...taken, refund('r1', 9), failRefund('r1')],
      'CAPTURED',
    ],
    [
      'is taken again when the bank takes a refund back',
      [...taken, refund('r1', 1_000), settle('r1'), failRefund('r1')],
      'CAPTURED',
    ],
  ])('%s', (_, given, status) => {
    expect(carryOut(given).state.status).toBe(status);
  });

  test.each<[Given[], PaymentRejection]>([
    [[authorize], 'NO_SUCH_PAYMENT'],
    [[{ ...create, amount: 0 } as Given], 'WRONG_AMOUNT'],
    [[create, { ...create, amount: 7 } as Given], 'KEY_REUSED'],
    [[create, capture('s1', 1)], 'OUT_OF_TURN'],
    [[create, authorize, decline], 'ALREADY_OVER'],
    [[create, authorize, capture('s1', 0.5)], 'WRONG_AMOUNT'],
    [[create, authorize, capture('s1', 1_001)], 'MORE_THAN_HELD'],
    [[create, authorize, capture('s1', 400), capture('s1', 500)], 'KEY_REUSED'],
    [[create, authorize, voiding, capture('s1', 400)], 'MORE_THAN_HELD'],
    [[create, authorize, refund('r1', 1)], 'MORE_THAN_CAPTURED'],
    [[...taken, refund('r1', 600), refund('r2', 600)], 'MORE_THAN_CAPTURED'],
    [[...taken, refund('r1', 600), refund('r1', 500)], 'KEY_REUSED'],
    [[...taken, settle('r1')], 'NO_SUCH_REFUND'],
    [[...taken, refund('r1', 1), failRefund('r1'), settle('r1')], 'ALREADY_OVER'],
    [[create, submit('pi_1'), submit('pi_2')], 'KEY_REUSED'],
  ])('%j is refused: %s', (given, code) => {
    expect(() => carryOut(given)).toThrow(new PaymentRejected(code));
  });

  test('a refund that failed may be tried again under another id', () => {
    const { state } = carryOut([
      ...[...taken, refund('r1', 1_000), failRefund('r1')],
      ...[refund('r2', 1_000), settle('r2')],
    ]);
    expect(state.status).toBe('REFUNDED');
  });
});

const balance = (entries: readonly Posting[], account: Posting['account']) =>
  entries.filter((each) => each.account === account).reduce((sum, { amount }) => sum + amount, 0);

test('whatever is commanded, money is neither made nor lost', () => {
  const amount = fc.integer({ min: 0, max: 1_100 });
  const key = fc.constantFrom('a', 'b', 'c');
  const command: fc.Arbitrary<Given> = fc.oneof(
    fc.constantFrom(create, submit('pi'), proof, authorize, authorize, decline, voiding, expire),
    fc.tuple(key, amount).map(([k, n]) => capture(k, n)),
    fc.tuple(key, amount).map(([k, n]) => refund(k, n)),
    key.map(settle),
    key.map(failRefund),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      let state = paymentDecider.initial;
      const ledger: Posting[] = [];
      let count = 0;
      for (const given of [create, ...commands]) {
        const full = { ...given, at } as PaymentCommand;
        try {
          for (const event of decidePayment(full, state)) {
            state = paymentDecider.evolve(state, event);
            ledger.push(...postingsOf(event));
            count += 1;
            const total = ledger.reduce((sum, each) => sum + each.amount, 0);
            if (total !== 0) throw new Error('the ledger does not sum to zero');
          }
          const again = decidePayment(full, state);
          if (again.length > 0) throw new Error(`${full.type} twice happens twice`);
        } catch (error) {
          if (!(error instanceof PaymentRejected)) throw error;
        }
        const { status, amount: agreed, held, captured, refunded } = state;
        if (status === null || state.version !== count) throw new Error('the version is wrong');
        const claim = {
          status,
          amount: agreed,
          capturedAmount: captured,
          refundedAmount: refunded,
        };
        const wrong = contradictions(claim);
        if (wrong.length > 0) throw new Error(wrong.join());
        if (held < 0 || held + captured > agreed) throw new Error('more is held than was agreed');
        const sides = LEDGER_ACCOUNTS.map((account) => balance(ledger, account));
        // Compared by ===, to which 0 and -0 are the same.
        const expected = [held, -held, captured - refunded, -captured, refunded];
        if (sides.some((side, index) => side !== expected[index])) {
          throw new Error(`ledger ${sides} is not ${expected}`);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
