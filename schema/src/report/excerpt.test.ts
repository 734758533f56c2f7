import { expect, test } from 'vitest';
import { excerpt, linesOf } from './excerpt.ts';

test('the mark stands below the column, behind tabs too', () => {
  expect(excerpt('  a: Int', { file: 'f', line: 12, column: 3 })).toEqual([
    '12 │   a: Int',
    '   │   ^',
  ]);
  expect(excerpt('\ta: Int', { file: 'f', line: 1, column: 2 })).toEqual([
    '1 │ \ta: Int',
    '  │ \t^',
  ]);
});

test('a long line is cut around its column', () => {
  const [source = '', mark = ''] = excerpt(`${'x'.repeat(400)}HERE${'y'.repeat(400)}`, {
    ...{ file: 'f', line: 1, column: 401 },
  });
  expect(source.length).toBeLessThan(140);
  expect(source.slice(mark.indexOf('^'))).toMatch(/^HERE/);
});

test('a place without a column is a line without a mark', () => {
  expect(excerpt('type A', { file: 'f', line: 1 })).toEqual(['1 │ type A']);
});

test('lines are the same with every line ending', () => {
  expect(linesOf('a\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd']);
});
