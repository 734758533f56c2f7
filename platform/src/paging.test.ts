import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { connection, decodeCursor, encodeCursor, pageArgs, TimeCursor } from './paging.ts';

test('a page without arguments has the default size and starts at the beginning', () => {
  expect(pageArgs({})).toEqual({ first: 20, after: null });
});

test.each([0, -1, 101])('a page of %i rows is refused', (first) => {
  expect(() => pageArgs({ first })).toThrow(AppError);
});

test('a cursor gives back the key that it was made of', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) => {
      const cursor = encodeCursor([text, number]);
      expect(decodeCursor(cursor, z.tuple([z.string(), z.int()]))).toEqual([text, number]);
    }),
  );
});

test.each(['', 'nonsense', encodeCursor(['yesterday', 'x']), encodeCursor([1])])(
  'the cursor "%s" is refused with a clear error',
  (cursor) => expect(() => decodeCursor(cursor, TimeCursor)).toThrow('after is not a cursor'),
);

test('the row more than asked for shows that there is a next page, and is not in it', () => {
  const page = connection([1, 2, 3], { first: 2, after: null }, (n) => [n]);
  expect(page.nodes).toEqual([1, 2]);
  expect(page.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: encodeCursor([1]),
    endCursor: encodeCursor([2]),
  });
});

test('an empty list has a page with no cursors', () => {
  const { pageInfo } = connection([], { first: 2, after: null }, () => []);
  expect(pageInfo).toMatchObject({ hasNextPage: false, startCursor: null, endCursor: null });
});
