import { expect, test } from 'vitest';
import { New__Singular__ } from './__singular__.ts';

const productId = '01936b3e-8000-7000-8000-000000000001';

test('white space around the text is dropped', () => {
  expect(New__Singular__.parse({ productId, body: ' Lovely. ' }).body).toBe('Lovely.');
});

test.each(['', '   ', 'x'.repeat(2_001)])('an empty or overlong text is refused', (body) => {
  expect(New__Singular__.safeParse({ productId, body }).success).toBe(false);
});
