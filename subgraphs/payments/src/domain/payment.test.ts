import { expect, test } from 'vitest';
import { contradictions, type PaymentStatus, refundable } from './payment.ts';

const payment = (status: PaymentStatus, capturedAmount = 0, refundedAmount = 0) => ({
  status,
  currency: 'KRW' as const,
  amount: 10_000,
  capturedAmount,
  refundedAmount,
});

test('what is captured and not yet given back can be given back', () => {
  expect(refundable(payment('PARTIALLY_REFUNDED', 10_000, 2_500))).toEqual({
    amount: 7_500,
    currency: 'KRW',
  });
});

test('nothing can be given back before capture', () => {
  expect(refundable(payment('AUTHORIZED')).amount).toBe(0);
});

test.each([
  payment('AUTHORIZED'),
  payment('DECLINED'),
  payment('PARTIALLY_CAPTURED', 4_000),
  payment('CAPTURED', 10_000),
  payment('PARTIALLY_REFUNDED', 10_000, 1),
  payment('REFUNDED', 10_000, 10_000),
])('$status with $capturedAmount taken and $refundedAmount given back makes sense', (claim) => {
  expect(contradictions(claim)).toEqual([]);
});

test.each([
  payment('AUTHORIZED', 1),
  payment('CAPTURED'),
  payment('CAPTURED', 10_001),
  payment('CAPTURED', 10_000, 1),
  payment('PARTIALLY_CAPTURED', 10_000),
  payment('PARTIALLY_REFUNDED', 10_000, 10_000),
  payment('REFUNDED', 10_000, 9_999),
  payment('REFUNDED', 10_000, 10_001),
])(
  '$status with $capturedAmount taken and $refundedAmount given back is contradictory',
  (claim) => {
    expect(contradictions(claim)).not.toEqual([]);
  },
);
