import {
  ShippingMethod as Method,
  RateService,
} from '@souk/contracts/generated/souk/shipping/v1/rates_pb';
import { rpcClient } from '@souk/platform/rpc-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rateRecord, rates, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
const slow = rateRecord({ carrier: 'Slow Boat', prices: { KRW: 2_500, USD: 190, EUR: 180 } });
beforeAll(async () => {
  stage = await openStage([...rates, slow, ...zones]);
});
afterAll(() => stage?.close());

const client = () => {
  const url = `http://127.0.0.1:${stage.rpcPort}`;
  const instances = () => [{ id: 'shipping-1', http: url, rpc: url }];
  return rpcClient({ instances, close: () => {} }, 'shipping', RateService, { deadlineMs: 5_000 });
};
const parcel = (change: object = {}) => ({
  country: 'KR',
  weightGrams: 1_500,
  currency: 'KRW',
  ...change,
});

test('a parcel is quoted all its options, cheapest first, in the currency asked for', async () => {
  const { options } = await client().quoteRates(parcel({ currency: 'EUR' }));
  expect(options).toMatchObject([
    { carrier: 'Slow Boat', method: Method.STANDARD, priceMinor: 180n },
    { carrier: 'Jebi Parcel', priceMinor: 210n, nameEn: 'Standard', nameKo: '일반 배송' },
    { carrier: 'Noru Express', method: Method.EXPRESS, priceMinor: 390n, minDays: 1, maxDays: 3 },
  ]);
});

test('where we do not send to there are no options', async () => {
  expect((await client().quoteRates(parcel({ country: 'BR' }))).options).toEqual([]);
});

test('one method is quoted its cheapest option, or that of one carrier', async () => {
  const { option } = await client().quoteMethod(parcel({ method: Method.STANDARD }));
  expect(option).toMatchObject({ carrier: 'Slow Boat', priceMinor: 2_500n });
  const wanted = parcel({ method: Method.STANDARD, carrier: 'Jebi Parcel' });
  expect((await client().quoteMethod(wanted)).option).toMatchObject({ priceMinor: 3_000n });
});

test.each([
  [
    'a method that nobody offers there',
    { country: 'DE', weightGrams: 100, method: Method.EXPRESS },
  ],
  ['a carrier that nobody knows', { method: Method.STANDARD, carrier: 'Swan' }],
  ['a country that we do not send to', { country: 'BR', method: Method.STANDARD }],
])('%s is not found', async (_, change) => {
  const refused = client().quoteMethod(parcel(change));
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  ['a code that no country has', { country: 'XX' }],
  ['a weight of nothing', { weightGrams: 0 }],
  ['a weight that nobody takes', { weightGrams: 900_000 }],
  ['an unknown currency', { currency: 'GBP' }],
])('%s is bad input, to both', async (_, change) => {
  const both = [
    () => client().quoteRates(parcel(change)),
    () => client().quoteMethod(parcel({ ...change, method: Method.STANDARD })),
  ];
  for (const ask of both) await expect(ask()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a method that is none is bad input', async () => {
  await expect(client().quoteMethod(parcel())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a quote costs one statement', async () => {
  const before = await stage.statements();
  await client().quoteMethod(parcel({ method: Method.EXPRESS }));
  expect((await stage.statements()) - before).toBe(1);
});
