import { expect, test } from 'vitest';
import { READERS, topicsOf } from './consumers.ts';

test('orders hears everybody who answers it, and they hear orders', () => {
  expect(topicsOf('orders')).toEqual(['payments', 'products', 'shipping']);
  for (const reader of READERS.orders) expect(topicsOf(reader)).toEqual(['orders']);
});

test('who reads nothing has no topics', () => {
  expect(topicsOf('accounts')).toEqual([]);
});
