import { expect, test } from 'vitest';
import type { CouponAnswer } from '../domain/coupon.ts';
import { quoteCheckout } from './quote.ts';
import type { Parcel, RateAnswer } from './sources.ts';

const at = new Date('2026-05-10T12:00:00.000Z');
const cart = { currency: 'KRW' } as never;
const line = (quantity: number, unitPrice: number) => ({ quantity, unitPrice, weightGrams: 300 });
const lines = [line(2, 10_000), line(1, 5_000)] as never;
const wish = { country: 'KR', shippingMethod: 'EXPRESS', couponCode: 'TENTH' };

function quote(answers: { rate?: RateAnswer; coupon?: CouponAnswer } = {}) {
  const asked: Parcel[] = [];
  const quoting = quoteCheckout(
    {
      rates: {
        quote: async (parcel) => {
          asked.push(parcel);
          return answers.rate ?? { price: 3_000 };
        },
      },
      coupon: async () => answers.coupon ?? { code: 'TENTH', discount: 2_500 },
    },
    () => at,
  );
  return { asked, quoting };
}

test('a quote is goods less discount, and the delivery of what they weigh', async () => {
  const { asked, quoting } = quote();
  expect(await quoting(null, { cart, lines }, wish)).toEqual({
    ...{ kind: 'QUOTE', currency: 'KRW', couponProblem: null },
    ...{ subtotal: 25_000, discount: 2_500, shipping: 3_000, tax: 2_318, total: 25_500 },
  });
  expect(asked).toEqual([{ country: 'KR', method: 'EXPRESS', currency: 'KRW', weightGrams: 900 }]);
});

test('a coupon that does not apply takes nothing off, and says why', async () => {
  const { quoting } = quote({ coupon: { problem: 'USED_UP' } });
  expect(await quoting(null, { cart, lines }, wish)).toMatchObject({
    ...{ couponProblem: 'USED_UP', discount: 0, total: 28_000 },
  });
});

test('what nobody carries cannot be sent', async () => {
  const { quoting } = quote({ rate: { reason: 'TOO_HEAVY' } });
  expect(await quoting(null, { cart, lines }, wish)).toEqual({
    ...{ kind: 'CANNOT_SHIP', reason: 'TOO_HEAVY' },
  });
});

test('an empty cart has no price, and nobody is asked', async () => {
  const { asked, quoting } = quote();
  expect(await quoting(null, { cart, lines: [] }, wish)).toBeNull();
  expect(asked).toEqual([]);
});

test('a country that is none is refused', async () => {
  const { quoting } = quote();
  const nowhere = quoting(null, { cart, lines }, { ...wish, country: 'Korea' });
  await expect(nowhere).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});
