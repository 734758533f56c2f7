import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CurrencyMismatch, Money, money, sum, taxIncluded, times } from './money.ts';

test('a fraction of a minor unit is not money', () => {
  expect(Money.safeParse({ amount: 1.5, currency: 'KRW' }).success).toBe(false);
  expect(Money.safeParse({ amount: 1, currency: 'XYZ' }).success).toBe(false);
});

test('amounts of one currency add up, exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 20 }), (amounts) => {
      const all = amounts.map((amount) => money(amount, 'USD'));
      expect(sum(all, 'USD').amount).toBe(amounts.reduce((a, b) => a + b, 0));
    }),
  );
});

test('won are never added to dollars', () => {
  expect(() => sum([money(1, 'KRW'), money(1, 'USD')], 'KRW')).toThrow(CurrencyMismatch);
});

test('the price of three is three times the price', () => {
  expect(times(money(1_990, 'EUR'), 3)).toEqual(money(5_970, 'EUR'));
});

test('the tax inside a gross amount is rounded to a minor unit and never exceeds it', () => {
  expect(taxIncluded(money(11_000, 'KRW'), 10)).toEqual(money(1_000, 'KRW'));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (amount) => {
      const tax = taxIncluded(money(amount, 'KRW'), 10).amount;
      expect(Number.isInteger(tax) && tax >= 0 && tax <= amount).toBe(true);
    }),
  );
});
