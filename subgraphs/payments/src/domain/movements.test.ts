import { expect, test } from 'vitest';
import { CrookedHistory, movementsOf } from './movements.ts';
import type { PaymentStatus } from './payment.ts';

const step = (status: PaymentStatus, minute: number, amount: number | null = null) => ({
  status,
  at: new Date(minute * 60_000),
  amount,
});
const told = (capturedAmount: number, history: ReturnType<typeof step>[]) => ({
  amount: 900,
  capturedAmount,
  history,
  refunds: [] as { amount: number; status: 'SUCCEEDED' | 'FAILED'; createdAt: Date }[],
});
const brief = (payment: Parameters<typeof movementsOf>[0]) =>
  movementsOf(payment).map(({ kind, amount }) => `${kind} ${amount}`);

test('a captured payment was held, then taken', () => {
  expect(
    brief(told(900, [step('CREATED', 0), step('AUTHORIZED', 1), step('CAPTURED', 2)])),
  ).toEqual(['AUTHORIZE 900', 'CAPTURE 900']);
});

test('captures in parts take what they say, and the last lets go of the rest', () => {
  const history = [
    step('AUTHORIZED', 1, 900),
    step('PARTIALLY_CAPTURED', 2, 300),
    step('CAPTURED', 3, 500),
  ];
  expect(brief(told(800, history))).toEqual([
    'AUTHORIZE 900',
    'CAPTURE 300',
    'CAPTURE 500',
    'RELEASE 100',
  ]);
});

test('a voided hold is released; a declined payment moved nothing', () => {
  expect(brief(told(0, [step('AUTHORIZED', 1), step('VOIDED', 2)]))).toEqual([
    'AUTHORIZE 900',
    'RELEASE 900',
  ]);
  expect(brief(told(0, [step('CREATED', 1), step('DECLINED', 2)]))).toEqual([]);
});

test('only refunds that arrived move money', () => {
  const payment = told(900, [step('AUTHORIZED', 1), step('CAPTURED', 2)]);
  payment.refunds.push(
    { amount: 100, status: 'SUCCEEDED', createdAt: new Date(1e7) },
    { amount: 200, status: 'FAILED', createdAt: new Date(1e7) },
  );
  expect(brief(payment)).toEqual(['AUTHORIZE 900', 'CAPTURE 900', 'REFUND 100']);
});

test('a history that captures something else than the payment says is refused', () => {
  const history = [step('AUTHORIZED', 1), step('CAPTURED', 2, 800)];
  expect(() => movementsOf(told(900, history))).toThrow(CrookedHistory);
  expect(() => movementsOf(told(901, [step('AUTHORIZED', 1), step('CAPTURED', 2)]))).toThrow(
    'more is captured than is held',
  );
});
