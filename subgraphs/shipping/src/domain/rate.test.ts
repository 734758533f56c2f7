import { expect, test } from 'vitest';
import { countryCode } from './country.ts';
import { deliveryWindow } from './delivery.ts';
import { offersFor, type Rate } from './rate.ts';

const rate = (change: Partial<Rate>): Rate => ({
  id: 'light',
  zoneCode: 'KR',
  method: 'STANDARD',
  carrier: 'Jebi Parcel',
  name: { en: 'Standard', ko: '일반 배송' },
  maxWeightGrams: 2_000,
  prices: { KRW: 3_000, USD: 230, EUR: 210 },
  minDays: 1,
  maxDays: 3,
  ...change,
});
const rates = [
  rate({ id: 'heavy', maxWeightGrams: 5_000, prices: { KRW: 4_200, USD: 320, EUR: 300 } }),
  rate({ id: 'fast', method: 'EXPRESS', prices: { KRW: 5_500, USD: 420, EUR: 390 } }),
  rate({}),
];
const monday = new Date('2026-05-04T03:00:00Z');
const offered = (weightGrams: number) =>
  offersFor(rates, { weightGrams, currency: 'KRW' }, monday).map(({ id }) => id);

test('a parcel goes by the lightest bracket that takes it, cheapest first', () => {
  expect(offered(1)).toEqual(['light', 'fast']);
  expect(offered(2_000)).toEqual(['light', 'fast']);
  expect(offered(2_001)).toEqual(['heavy']);
  expect(offered(5_001)).toEqual([]);
});

test('an offer has the price in the currency that was asked for', () => {
  const [offer] = offersFor(rates, { weightGrams: 1, currency: 'EUR' }, monday);
  expect(offer?.price).toEqual({ amount: 210, currency: 'EUR' });
});

test('a delivery window counts working days, at the warehouse', () => {
  expect(deliveryWindow(monday, { minDays: 1, maxDays: 5 })).toEqual({
    earliest: '2026-05-05',
    latest: '2026-05-11',
  });
  // Sunday in UTC, Monday in Seoul.
  expect(deliveryWindow(new Date('2026-05-03T20:00:00Z'), { minDays: 0, maxDays: 1 })).toEqual({
    earliest: '2026-05-04',
    latest: '2026-05-05',
  });
});

test.each([
  ['kr', 'KR'],
  [' DE ', 'DE'],
  ['XX', null],
  ['UK', null],
  ['KOR', null],
  ['', null],
])('the country %j is %j', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
