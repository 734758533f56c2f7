import { expect, test } from 'vitest';
import { type CheckoutState, noCheckout } from '../domain/checkout-state.ts';
import type { CheckoutDetails } from './checkout-store.ts';
import { isOpen, outcomeOf } from './place-order-outcome.ts';

const told = (state: Partial<CheckoutState>, details: CheckoutDetails = {}) =>
  outcomeOf({ orderId: 'o1', currency: 'KRW', state: { ...noCheckout, ...state }, details });

const rejected = (reason: string) => ({ step: 'ENDED', outcome: 'REJECTED', reason }) as const;
const order = { kind: 'ORDER', orderId: 'o1' };
const actionUrl = 'https://psp.example/3ds';

test.each(['PRICING', 'RESERVING', 'AUTHORIZING'] as const)('nothing yet while %s', (step) => {
  expect(told({ step })).toBeNull();
});

test.each(['FULFILLING', 'RECALLING'] as const)('an order once it is %s', (step) => {
  expect(told({ step })).toEqual(order);
});

test('proof is asked for as soon as there is a place to give it, and not any more once paid', () => {
  const proving = { step: 'AUTHORIZING', payment: 'ACTION_REQUIRED' } as const;
  expect(told(proving)).toBeNull();
  expect(told(proving, { actionUrl })).toEqual({
    kind: 'ACTION_REQUIRED',
    orderId: 'o1',
    actionUrl,
  });
  expect(told({ step: 'FULFILLING', payment: 'AUTHORIZED' }, { actionUrl })).toEqual(order);
  expect(isOpen({ ...noCheckout, ...proving }, { actionUrl })).toBe(false);
});

test('a rejection says why, in what the customer can act upon', () => {
  const shortages = [{ variantId: 'v1', requested: 2, available: 1 }];
  const changes = [{ variantId: 'v1', was: 2, now: null }];
  const declined = { code: 'card_declined', message: 'No.' };
  expect(told(rejected('OUT_OF_STOCK'), { shortages })).toMatchObject({
    kind: 'OUT_OF_STOCK',
    shortages,
  });
  expect(told(rejected('PRICE_CHANGED'), { priceChanges: changes })).toMatchObject({
    ...{ kind: 'PRICES_CHANGED', changes, currency: 'KRW' },
  });
  expect(told(rejected('card_declined'), { declined })).toMatchObject({
    ...{ kind: 'PAYMENT_DECLINED', ...declined },
  });
  expect(told(rejected('PAYMENT_LOST'))).toMatchObject({
    ...{ kind: 'PAYMENT_DECLINED', code: 'PAYMENT_LOST' },
  });
});

test.each(['EXPIRED', 'CANCELLED', 'SHIPPED'] as const)(
  'one that is %s is told by its status, even while it is being undone',
  (outcome) => {
    expect(told({ step: 'VOIDING', outcome }, { actionUrl })).toEqual(order);
  },
);
