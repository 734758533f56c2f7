import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rates, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...rates, ...zones]);
});
afterAll(() => stage?.close());

const RATES = `query ($country: CountryCode!, $weightGrams: Int!, $currency: Currency) {
  shippingRates(country: $country, weightGrams: $weightGrams, currency: $currency) {
    id method carrier en: name ko: name(locale: KO) price { amount currency } minDays maxDays
    estimatedDelivery { earliest latest }
  }
}`;
const quote = (country: string, weightGrams: unknown, currency = 'KRW') =>
  stage.query(RATES, { country, weightGrams, currency });

test('a guest learns what a parcel can be sent by, cheapest first, in her currency', async () => {
  const { data, errors } = await quote('KR', 1_500, 'EUR');
  expect(errors).toBeUndefined();
  expect(data.shippingRates).toMatchObject([
    {
      method: 'STANDARD',
      carrier: 'Jebi Parcel',
      en: 'Standard',
      ko: '일반 배송',
      price: { amount: 210, currency: 'EUR' },
      minDays: 1,
      maxDays: 3,
    },
    { method: 'EXPRESS', carrier: 'Noru Express', price: { amount: 390, currency: 'EUR' } },
  ]);
  const { earliest, latest } = data.shippingRates[0].estimatedDelivery;
  expect(earliest).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(latest > earliest).toBe(true);
});

test('a heavier parcel goes by a heavier bracket, and a country in small letters is a country', async () => {
  const { data } = await quote('kr', 2_001);
  expect(data.shippingRates.map((option: { price: object }) => option.price)).toEqual([
    { amount: 4_200, currency: 'KRW' },
  ]);
});

test('a real country that we do not send to has no options', async () => {
  expect((await quote('BR', 100)).data.shippingRates).toEqual([]);
});

test('a code that no country has is refused with a list of those that would do', async () => {
  const { errors } = await quote('XX', 100);
  expect(errors?.[0]).toMatchObject({
    message: 'country must be an ISO 3166-1 alpha-2 code. We send to DE, FR, KR.',
    extensions: { code: 'BAD_USER_INPUT', served: ['DE', 'FR', 'KR'] },
  });
});

test.each([
  ['nothing', 0],
  ['less than nothing', -1],
  ['more than a tonne', 1_000_001],
  ['more than an Int', 3_000_000_000],
  ['half a gram', 0.5],
  ['words', 'heavy'],
])('a weight of %s is refused', async (_, weight) => {
  const { errors } = await quote('KR', weight);
  expect(errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('a weight above every rate is refused with the heaviest that would do', async () => {
  const { errors } = await quote('DE', 501);
  expect(errors?.[0]).toMatchObject({
    message: 'weightGrams: nobody takes more than 500 grams to DE.',
    extensions: { code: 'BAD_USER_INPUT', maxWeightGrams: 500 },
  });
});

test('an unknown currency is refused', async () => {
  expect(await stage.codes(RATES, { country: 'KR', weightGrams: 1, currency: 'JPY' })).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('the zones say where we send to', async () => {
  const { data } = await stage.query('{ shippingZones { code name(locale: KO) countries } }');
  expect(data.shippingZones).toEqual([
    { code: 'EU', name: '유럽', countries: ['DE', 'FR'] },
    { code: 'KR', name: '대한민국', countries: ['KR'] },
  ]);
});

const cart = (weightGrams: unknown, currency: unknown = 'USD') => ({
  __typename: 'Cart',
  id: newId(),
  weightGrams,
  currency,
});
const OPTIONS =
  '... on Cart { shippingOptions(country: "KR") { carrier price { amount currency } } }';

test('carts have options by their weight and currency; an empty one has none', async () => {
  const { data, errors } = await stage.entities([cart(4_000), cart(0), cart(10, 'KRW')], OPTIONS);
  expect(errors).toBeUndefined();
  const [heavy, empty, light] = data._entities;
  expect(heavy.shippingOptions).toEqual([
    { carrier: 'Jebi Parcel', price: { amount: 320, currency: 'USD' } },
  ]);
  expect(empty.shippingOptions).toEqual([]);
  expect(light.shippingOptions).toHaveLength(2);
});

test('a cart with a crooked weight or currency loses only its own options', async () => {
  const crooked = [cart(-5), cart('1'), cart(5, 'JPY'), cart(900_000)];
  const { data, errors } = await stage.entities([...crooked, cart(5)], OPTIONS);
  expect(errors?.map((error) => error.extensions.code)).toEqual(Array(4).fill('BAD_USER_INPUT'));
  expect(
    data._entities.map(
      (entity: { shippingOptions: object[] | null }) => entity.shippingOptions?.length,
    ),
  ).toEqual([undefined, undefined, undefined, undefined, 2]);
});

test('fifty carts cost as many statements as five', async () => {
  const cost = async (count: number) => {
    const before = await stage.statements();
    await stage.entities(
      Array.from({ length: count }, () => cart(100)),
      OPTIONS,
    );
    return (await stage.statements()) - before;
  };
  expect(await cost(5)).toBe(1);
  expect(await cost(50)).toBe(1);
});
