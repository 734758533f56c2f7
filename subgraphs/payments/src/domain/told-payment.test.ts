import { replay } from '@souk/platform/decider';
import { expect, test } from 'vitest';
import type { PaymentStatus } from './payment.ts';
import { paymentDecider } from './payment-decide.ts';
import { CrookedHistory, eventsOf, type ToldPayment } from './told-payment.ts';

const step = (status: PaymentStatus, minute: number, amount: number | null = null) => ({
  status,
  at: new Date(minute * 60_000),
  amount,
});
const told = (capturedAmount: number, history: ToldPayment['history']): ToldPayment => ({
  ...{ id: 'p', orderId: 'o', customerId: 'c', status: 'CAPTURED', currency: 'KRW', amount: 900 },
  ...{ capturedAmount, refundedAmount: 0, card: null, providerReference: 'pi_1' },
  createdAt: new Date(0),
  history,
  refunds: [],
});
const brief = (payment: ToldPayment) =>
  eventsOf(payment).map(({ type, data }) => ('amount' in data ? `${type} ${data.amount}` : type));
const CREATED = ['PaymentCreated 900', 'PaymentSubmitted'];

test('a captured payment was held, then taken', () => {
  expect(
    brief(told(900, [step('CREATED', 0), step('AUTHORIZED', 1), step('CAPTURED', 2)])),
  ).toEqual([...CREATED, 'PaymentAuthorized 900', 'PaymentCaptured 900']);
});

test('captures in parts take what they say, and the last lets go of the rest', () => {
  const history = [
    step('AUTHORIZED', 1, 900),
    step('PARTIALLY_CAPTURED', 2, 300),
    step('CAPTURED', 3, 500),
  ];
  expect(brief(told(800, history)).slice(2)).toEqual([
    ...['PaymentAuthorized 900', 'PaymentCaptured 300', 'PaymentCaptured 500'],
    'PaymentHoldReleased 100',
  ]);
});

test('a voided hold is released; a declined payment moved nothing', () => {
  expect(brief(told(0, [step('AUTHORIZED', 1), step('VOIDED', 2)])).slice(2)).toEqual([
    ...['PaymentAuthorized 900', 'PaymentVoided 900'],
  ]);
  expect(brief(told(0, [step('CREATED', 1), step('DECLINED', 2)]))).toEqual([
    ...[...CREATED, 'PaymentDeclined'],
  ]);
});

test('a refund that came between two parcels is told in its place, and the state adds up', () => {
  const refund = { id: 'r', amount: 100, reason: 'late', createdAt: new Date(150_000) };
  const payment = {
    ...told(900, [step('AUTHORIZED', 1), step('PARTIALLY_CAPTURED', 2, 300), step('CAPTURED', 3)]),
    refunds: [{ ...refund, status: 'SUCCEEDED' as const }],
  };
  expect(brief(payment).slice(4)).toEqual([
    ...['RefundStarted 100', 'RefundSucceeded 100', 'PaymentCaptured 600'],
  ]);
  expect(replay(paymentDecider, eventsOf(payment))).toMatchObject({
    ...{ status: 'PARTIALLY_REFUNDED', held: 0, captured: 900, refunded: 100 },
  });
});

test('a history that captures something else than the payment says is refused', () => {
  const history = [step('AUTHORIZED', 1), step('CAPTURED', 2, 800)];
  expect(() => eventsOf(told(900, history))).toThrow(CrookedHistory);
  expect(() => eventsOf(told(901, [step('AUTHORIZED', 1), step('CAPTURED', 2)]))).toThrow(
    'more is captured than is held',
  );
});
