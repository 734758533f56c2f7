import { money } from '@souk/contracts/money';
import { expect, test } from 'vitest';
import { problemsOf } from './cart-problems.ts';

const line = { unitPrice: 1_000, quantity: 3 };
const observed = (amount: number, available: number) => ({
  prices: [money(7, 'USD'), money(amount, 'KRW')],
  available,
});

test('a line with the same price and enough in stock has no problem', () => {
  expect(problemsOf(line, 'KRW', observed(1_000, 3))).toEqual([]);
});

test('a higher and a lower price are both a change', () => {
  for (const now of [900, 1_100]) {
    expect(problemsOf(line, 'KRW', observed(now, 3))).toEqual([
      { kind: 'PriceChanged', was: money(1_000, 'KRW'), now: money(now, 'KRW') },
    ]);
  }
});

test('nothing left is out of stock, too little is insufficient', () => {
  expect(problemsOf(line, 'KRW', observed(1_000, 0))).toEqual([{ kind: 'OutOfStock' }]);
  expect(problemsOf(line, 'KRW', observed(1_000, 2))).toEqual([
    { kind: 'InsufficientStock', available: 2 },
  ]);
});

test('a price and a stock can both be wrong', () => {
  const kinds = problemsOf(line, 'KRW', observed(900, 0)).map(({ kind }) => kind);
  expect(kinds).toEqual(['PriceChanged', 'OutOfStock']);
});

test('what is not offered, or not in the currency, has no other problem', () => {
  expect(problemsOf(line, 'KRW', null)).toEqual([{ kind: 'NoLongerSold' }]);
  expect(problemsOf(line, 'EUR', observed(900, 0))).toEqual([{ kind: 'NoLongerSold' }]);
});
