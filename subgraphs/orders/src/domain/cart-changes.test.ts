import { expect, test } from 'vitest';
import { type CartLine, checkLines, totalsOf } from './cart.ts';
import { merged, repriced, withAdded } from './cart-changes.ts';
import type { Offer } from './offer.ts';

const at = new Date(0);
const birth = { cartId: 'own', newId: () => 'fresh', at };

const line = (variantId: string, change: Partial<CartLine> = {}): CartLine => ({
  id: `line-${variantId}`,
  cartId: 'own',
  productId: 'p',
  variantId,
  sku: 's',
  title: 'Mug',
  variantTitle: 'Blue',
  quantity: 1,
  unitPrice: 100,
  weightGrams: 10,
  addedAt: at,
  ...change,
});

const offer = (variantId: string, unitPrice: number): Offer => ({
  variantId,
  productId: 'p',
  sku: 's',
  title: 'Mug',
  variantTitle: 'Blue',
  unitPrice,
  weightGrams: 10,
  available: 5,
});

const offers = (...list: Offer[]) => new Map(list.map((each) => [each.variantId, each]));

test('a variant added for the first time becomes a line of its own', () => {
  expect(withAdded([], offer('a', 100), 2, birth)).toEqual(line('a', { id: 'fresh', quantity: 2 }));
});

test('a variant added again keeps its line and takes the newer price', () => {
  const added = withAdded([line('a', { quantity: 3 })], offer('a', 120), 2, birth);
  expect(added).toEqual(line('a', { quantity: 5, unitPrice: 120 }));
});

test('99 units can be reached and not passed', () => {
  const lines = [line('a', { quantity: 98 })];
  expect(withAdded(lines, offer('a', 100), 1, birth).quantity).toBe(99);
  expect(() => withAdded(lines, offer('a', 100), 2, birth)).toThrow('At most 99');
});

test('what has no offer keeps its price when prices are accepted', () => {
  const lines = repriced([line('a'), line('b')], offers(offer('a', 120)));
  expect(lines.map(({ unitPrice }) => unitPrice)).toEqual([120, 100]);
});

test('merged lines add up to 99 at most, at the price of the customer’s own line', () => {
  const own = [line('a', { quantity: 60, unitPrice: 90 })];
  const guest = [line('a', { cartId: 'guest', quantity: 60, unitPrice: 100 })];
  expect(merged(own, guest, null, birth)).toEqual([line('a', { quantity: 99, unitPrice: 90 })]);
});

test('lines that the customer did not have move over under a new id', () => {
  const lines = merged([line('a')], [line('b', { cartId: 'guest' })], null, birth);
  expect(lines).toEqual([line('a'), line('b', { id: 'fresh', cartId: 'own' })]);
});

test('lines from another currency take the price offered, and stay behind without one', () => {
  const guest = [line('b', { cartId: 'guest' }), line('c', { cartId: 'guest' })];
  const lines = merged([], guest, offers(offer('b', 7)), birth);
  expect(lines).toEqual([line('b', { id: 'fresh', unitPrice: 7 })]);
});

test('totals count every unit', () => {
  const lines = [line('a', { quantity: 3 }), line('b', { quantity: 2, unitPrice: 50 })];
  expect(totalsOf(lines, 'EUR')).toEqual({
    quantity: 5,
    subtotal: { amount: 400, currency: 'EUR' },
    weightGrams: 50,
  });
});

test('a cart holds 100 lines, and no sum beyond what leaves as an integer', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => line(`v${index}`));
  expect(() => checkLines(hundred, 'KRW')).not.toThrow();
  expect(() => checkLines([...hundred, line('one')], 'KRW')).toThrow('at most 100 lines');
  expect(() => checkLines([line('a', { unitPrice: 2_000_000_001 })], 'KRW')).toThrow('more than');
});
