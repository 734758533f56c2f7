import { expect, test } from 'vitest';
import { HEAVIEST, rateFor, rates, zones } from './shipping.ts';

test('a country lies in one zone', () => {
  const countries = zones.flatMap((zone) => zone.countries);
  expect(new Set(countries).size).toBe(countries.length);
});

test('the lightest bracket that suffices is the rate', () => {
  expect(rateFor('KR', 'STANDARD', 2_000).maxWeightGrams).toBe(2_000);
  expect(rateFor('KR', 'STANDARD', 2_001).maxWeightGrams).toBe(5_000);
});

test('every zone takes the heaviest parcel, by both methods', () => {
  for (const { countries } of zones) {
    for (const method of ['STANDARD', 'EXPRESS'] as const) {
      expect(rateFor(countries[0] ?? '', method, HEAVIEST).prices.KRW).toBeGreaterThan(0);
    }
  }
});

test('nobody carries a tonne', () => {
  expect(() => rateFor('KR', 'EXPRESS', 1_000_000)).toThrow(RangeError);
});

test('heavier is never cheaper, express neither', () => {
  for (const rate of rates) {
    const same = rates.filter(({ zoneCode }) => zoneCode === rate.zoneCode);
    for (const other of same) {
      if (other.method === rate.method && other.maxWeightGrams > rate.maxWeightGrams) {
        expect(other.prices.KRW).toBeGreaterThan(rate.prices.KRW);
      }
      if (other.maxWeightGrams === rate.maxWeightGrams && other.method !== rate.method) {
        const [slow, fast] = rate.method === 'STANDARD' ? [rate, other] : [other, rate];
        expect(fast.prices.EUR).toBeGreaterThan(slow.prices.EUR);
      }
    }
  }
});
