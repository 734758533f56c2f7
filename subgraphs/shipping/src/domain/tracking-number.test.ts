import { newId } from '@souk/platform/ids';
import { expect, test } from 'vitest';
import { trackingNumberOf } from './tracking-number.ts';

test('a number is two letters of the carrier and twelve digits, and the same each time', () => {
  const number = trackingNumberOf('Jebi Parcel', '01930000-0000-7000-8000-00000000000a');
  expect(number).toMatch(/^JE\d{12}$/);
  expect(trackingNumberOf('Jebi Parcel', '01930000-0000-7000-8000-00000000000a')).toBe(number);
});

test('numbers hardly ever meet', () => {
  const numbers = Array.from({ length: 1_000 }, () => trackingNumberOf('Mae Express', newId()));
  expect(new Set(numbers).size).toBeGreaterThan(998);
});

test('a digit read wrongly is noticed', () => {
  for (let each = 0; each < 200; each += 1) {
    const digits = trackingNumberOf('Mae Express', newId()).slice(2);
    expect(BigInt(digits) % 97n).toBe(1n);
    const wrong = digits.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    expect(BigInt(wrong) % 97n).not.toBe(1n);
  }
});
