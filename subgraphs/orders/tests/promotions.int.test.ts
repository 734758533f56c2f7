import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOWHERE } from './catalogue.ts';
import { type CheckoutStage, newKey, openCheckoutStage } from './checkout-stage.ts';
import { CARDS } from './neighbours.ts';
import type { Person } from './stage.ts';

const CREATE = /* GraphQL */ `
  mutation ($input: CreateCouponInput!) {
    createCoupon(input: $input) {
      __typename
      ... on Coupon {
        code percent amount { amount currency } minimum { amount } usageLimit customerLimit used startsAt endsAt
      }
      ... on CouponCodeTaken { taken: code english: message korean: message(locale: KO) }
    }
  }
`;
const QUOTE = /* GraphQL */ `
  query ($country: CountryCode!, $couponCode: String) {
    cart {
      checkoutQuote(country: $country, couponCode: $couponCode) {
        __typename
        ... on CheckoutQuote {
          subtotal { amount currency } discount { amount } shippingCost { amount } tax { amount } total { amount }
          couponProblem { code message(locale: KO) }
        }
        ... on CannotShip { message }
      }
    }
  }
`;

let stage: CheckoutStage;
let mia: Person;
beforeAll(async () => {
  stage = await openCheckoutStage();
  mia = await stage.person(['merchandiser']);
});
afterAll(() => stage?.close());

const couponInput = (change: object = {}) => ({
  input: { code: `tea-${newId().slice(-12)}`, percent: 10, idempotencyKey: newKey(), ...change },
});
const created = async (change: object = {}) =>
  (await stage.ask(CREATE, couponInput(change), mia.token)).createCoupon;
const quote = async (person: Person, couponCode: string | null = null, country = 'KR') =>
  (await stage.ask(QUOTE, { country, couponCode }, person.token)).cart.checkoutQuote;
const usedOf = async (code: string): Promise<number> => {
  const { coupons } = await stage.ask(
    '{ coupons(first: 100) { nodes { code used } } }',
    {},
    mia.token,
  );
  return coupons.nodes.find((each: { code: string }) => each.code === code).used;
};

test('a quote says what buying would cost, with the coupon or why not', async () => {
  const mina = await stage.person();
  await stage.fill(mina, 2);
  const { code } = await created();
  expect(await quote(mina)).toEqual({
    __typename: 'CheckoutQuote',
    subtotal: { amount: 30_000, currency: 'KRW' },
    discount: { amount: 0 },
    shippingCost: { amount: 3_000 },
    tax: { amount: 3_000 },
    total: { amount: 33_000 },
    couponProblem: null,
  });
  expect(await quote(mina, code.toLowerCase())).toMatchObject({
    ...{ discount: { amount: 3_000 }, total: { amount: 30_000 }, couponProblem: null },
  });
  expect(await quote(mina, 'NO-SUCH')).toMatchObject({
    discount: { amount: 0 },
    couponProblem: { code: 'UNKNOWN', message: '없는 쿠폰입니다.' },
  });
  expect(await quote(mina, null, NOWHERE)).toEqual({
    ...{ __typename: 'CannotShip', message: 'We cannot send this there in this way.' },
  });
});

test('an order keeps the coupon that it used, and one that fails gives it back', async () => {
  const mina = await stage.person();
  const { code } = await created({ usageLimit: 1 });
  await stage.fill(mina, 2);
  const refused = await stage.place(mina, { couponCode: code, paymentMethod: CARDS.empty });
  expect(refused.order).toMatchObject({ status: 'REJECTED', couponCode: code });
  expect(await usedOf(code)).toBe(0);
  expect(await stage.place(mina, { couponCode: code })).toMatchObject({
    ...{
      __typename: 'Order',
      couponCode: code,
      discount: { amount: 3_000 },
      total: { amount: 30_000 },
    },
  });
  expect(await usedOf(code)).toBe(1);
  await stage.fill(mina, 2);
  expect(await stage.place(mina, { couponCode: code })).toMatchObject({
    ...{ __typename: 'CouponRefused', code: 'USED_UP', order: null },
    english: 'This coupon has been used up.',
    korean: '쿠폰이 모두 소진되었습니다.',
  });
});

test.each([
  ['UNKNOWN', {}, 'NO-SUCH-ONE'],
  ['NOT_YET_VALID', { startsAt: '2999-01-01T00:00:00Z' }, null],
  ['OTHER_CURRENCY', { percent: null, amount: { amount: 100, currency: 'USD' } }, null],
  ['BELOW_MINIMUM', { minimum: { amount: 1_000_000, currency: 'KRW' } }, null],
])('a coupon that does not apply says %s', async (code, change, typed) => {
  const mina = await stage.person();
  const coupon = await created(change);
  await stage.fill(mina);
  expect(await stage.place(mina, { couponCode: typed ?? coupon.code })).toMatchObject({
    ...{ __typename: 'CouponRefused', code },
  });
});

test('a coupon is created once for a key, and its code belongs to it', async () => {
  const wish = couponInput({ usageLimit: 5, endsAt: '2999-01-01T00:00:00Z' });
  const first = (await stage.ask(CREATE, wish, mia.token)).createCoupon;
  expect(first).toMatchObject({
    ...{ __typename: 'Coupon', code: wish.input.code.toUpperCase(), percent: 10, amount: null },
    ...{ minimum: null, usageLimit: 5, customerLimit: null, used: 0 },
    endsAt: '2999-01-01T00:00:00.000Z',
  });
  expect((await stage.ask(CREATE, wish, mia.token)).createCoupon).toEqual(first);
  expect(await created({ code: wish.input.code })).toMatchObject({
    ...{ __typename: 'CouponCodeTaken', taken: first.code },
    english: expect.stringContaining(first.code),
    korean: expect.stringContaining(first.code),
  });
});

test('only whoever sets prices sees and makes coupons', async () => {
  const mina = await stage.person();
  expect(await stage.codes(CREATE, couponInput(), mina.token)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(CREATE, couponInput())).toEqual(['UNAUTHENTICATED']);
  expect(await stage.codes('{ coupons { nodes { code } } }', {}, mina.token)).toEqual([
    'FORBIDDEN',
  ]);
  expect(await stage.codes(CREATE, couponInput({ percent: 101 }), mia.token)).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('coupons are paged, newest first', async () => {
  for (let count = 0; count < 3; count += 1) await created();
  const page = async (after: string | null) =>
    (
      await stage.ask(
        'query ($after: String) { coupons(first: 2, after: $after) { edges { cursor node { code } } } }',
        { after },
        mia.token,
      )
    ).coupons.edges;
  const first = await page(null);
  const second = await page(first[1].cursor);
  const codes = [...first, ...second].map(({ node }: { node: { code: string } }) => node.code);
  expect(new Set(codes).size).toBe(4);
});
