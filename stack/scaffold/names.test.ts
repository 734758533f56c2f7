import { expect, test } from 'vitest';
import { filled, NameRejected, namesOf } from './names.ts';

test('a plural word gives the singular and the type names', () => {
  expect(namesOf('reviews', [])).toEqual({
    plural: 'reviews',
    singular: 'review',
    typePlural: 'Reviews',
    typeSingular: 'Review',
  });
  expect(namesOf('enquiries', []).singular).toBe('enquiry');
});

test.each(['review', 'Reviews', 'my-reviews', '', '../x', 'class'])(
  '"%s" is refused with the advice of a plural word',
  (name) => expect(() => namesOf(name, [])).toThrow(NameRejected),
);

test('a name that is taken is refused', () => {
  expect(() => namesOf('orders', ['orders'])).toThrow('already');
});

test('every placeholder of a template is filled', () => {
  const text = filled('__plural__ __singular__ __Plural__ __Singular__', namesOf('notes', []));
  expect(text).toBe('notes note Notes Note');
});
