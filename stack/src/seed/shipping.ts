import { idOf } from './ids.ts';
import type { RateRecord, ShippingMethod, ZoneRecord } from './records.ts';

const zone = (code: string, en: string, ko: string, countries: string): ZoneRecord => ({
  kind: 'zone',
  code,
  name: { en, ko },
  countries: countries.split(' '),
});

export const zones: readonly ZoneRecord[] = [
  zone('KR', 'South Korea', '대한민국', 'KR'),
  zone(
    'ASIA',
    'East and South-East Asia',
    '동아시아와 동남아시아',
    'JP CN TW HK SG TH VN MY PH ID',
  ),
  zone(
    'EU',
    'Europe',
    '유럽',
    'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK',
  ),
  zone('NA', 'North America', '북아메리카', 'US CA MX'),
  zone(
    'WORLD',
    'The rest of the world',
    '그 밖의 나라',
    'AE AR AU BR CL CO EG IL IN KE MA NZ PE SA TR UY ZA',
  ),
];

type Tariff = {
  zone: string;
  method: ShippingMethod;
  carrier: string;
  /** Won for the lightest bracket; heavier ones multiply it. */
  won: number;
  days: readonly [least: number, most: number];
};

const tariffs: readonly Tariff[] = [
  { zone: 'KR', method: 'STANDARD', carrier: 'Jebi Parcel', won: 3_000, days: [1, 3] },
  { zone: 'KR', method: 'EXPRESS', carrier: 'Noru Express', won: 5_500, days: [1, 1] },
  { zone: 'ASIA', method: 'STANDARD', carrier: 'Gorae Air', won: 12_000, days: [5, 9] },
  { zone: 'ASIA', method: 'EXPRESS', carrier: 'Mae Express', won: 24_000, days: [2, 4] },
  { zone: 'EU', method: 'STANDARD', carrier: 'Gorae Air', won: 18_000, days: [8, 14] },
  { zone: 'EU', method: 'EXPRESS', carrier: 'Mae Express', won: 36_000, days: [3, 5] },
  { zone: 'NA', method: 'STANDARD', carrier: 'Gorae Air', won: 19_000, days: [8, 14] },
  { zone: 'NA', method: 'EXPRESS', carrier: 'Mae Express', won: 38_000, days: [3, 5] },
  { zone: 'WORLD', method: 'STANDARD', carrier: 'Gorae Air', won: 24_000, days: [10, 21] },
  { zone: 'WORLD', method: 'EXPRESS', carrier: 'Mae Express', won: 47_000, days: [4, 7] },
];

/** Upper ends of the brackets, grams, and what each costs relative to the lightest. */
const brackets = {
  near: [
    [2_000, 1],
    [5_000, 1.4],
    [10_000, 2],
    [20_000, 3],
    [30_000, 4.4],
    [60_000, 8],
  ],
  far: [
    [500, 1],
    [2_000, 1.6],
    [5_000, 3],
    [10_000, 5],
    [20_000, 8.5],
    [30_000, 12],
  ],
} as const;

const methodNames = {
  STANDARD: { en: 'Standard', ko: '일반 배송' },
  EXPRESS: { en: 'Express', ko: '빠른 배송' },
} as const;

const toHundreds = (won: number): number => Math.round(won / 100) * 100;
const toTens = (cents: number): number => Math.round(cents / 10) * 10;

export const rates: readonly RateRecord[] = tariffs.flatMap((tariff) =>
  brackets[tariff.zone === 'KR' ? 'near' : 'far'].map(([maxWeightGrams, factor]): RateRecord => {
    const won = toHundreds(tariff.won * factor);
    return {
      kind: 'rate',
      id: idOf(`rate ${tariff.zone} ${tariff.method} ${maxWeightGrams}`),
      zoneCode: tariff.zone,
      method: tariff.method,
      carrier: tariff.carrier,
      name: methodNames[tariff.method],
      maxWeightGrams,
      prices: { KRW: won, USD: toTens(won / 13), EUR: toTens(won / 14) },
      minDays: tariff.days[0],
      maxDays: tariff.days[1],
    };
  }),
);

/** The heaviest parcel that goes everywhere, grams. */
export const HEAVIEST = 30_000;

/** The cheapest bracket that carries the weight there. Throws RangeError when none does. */
export function rateFor(country: string, method: ShippingMethod, weightGrams: number): RateRecord {
  const code = zones.find(({ countries }) => countries.includes(country))?.code;
  const found = rates
    .filter((rate) => rate.zoneCode === code && rate.method === method)
    .filter((rate) => rate.maxWeightGrams >= weightGrams)
    .sort((left, right) => left.maxWeightGrams - right.maxWeightGrams)[0];
  if (found === undefined) {
    throw new RangeError(`Nobody carries ${weightGrams} g to ${country} by ${method}.`);
  }
  return found;
}
