import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editDistance,
  lettersOf,
  literalSpellings,
  nearest,
  tsqueryOf,
  wordsOf,
} from './search-words.ts';

describe('words', () => {
  test('are lower case letters and digits of any script', () => {
    expect(wordsOf('T-Shirt “Café” 머그컵 500ml!')).toEqual([
      't',
      'shirt',
      'café',
      '머그컵',
      '500ml',
    ]);
  });

  test('never carry anything that a tsquery would read as more than a word', () => {
    const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((n) => String.fromCodePoint(n));
    const text = fc.array(fc.oneof(codePoint, fc.constantFrom(...`ab'"\\|&!<>:*() 컵`)));
    fc.assert(
      fc.property(text, (parts) =>
        wordsOf(parts.join('')).every((word) => /^[\p{L}\p{N}]+$/u.test(word)),
      ),
    );
  });

  test('fall apart into letters: jamo in Korean, plain letters elsewhere', () => {
    expect(lettersOf('컵')).toHaveLength(3);
    expect(lettersOf('café')).toBe('cafe');
  });
});

describe('edits', () => {
  test.each([
    ['mug', 'mug', 0],
    ['mug', 'mgu', 1],
    ['mug', 'mugs', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
  ])('from %s to %s are counted', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });

  test('are as many there as back, and none to the word itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, a)).toBe(0);
      }),
    );
  });
});

describe('the nearest word', () => {
  test('is one letter off when it is short, two when it is long', () => {
    expect(nearest('shrit', ['shirt', 'short', 'skirt'])).toEqual(['shirt']);
    expect(nearest('cermaicc', ['ceramic', 'camera'])).toEqual(['ceramic']);
    expect(nearest('머그캅', ['머그컵', '머리'])).toEqual(['머그컵']);
  });

  test('is none when all are far, and never another short word', () => {
    expect(nearest('lamp', ['mug', 'knife'])).toEqual([]);
    expect(nearest('xs', ['xl', 'l'])).toEqual([]);
  });
});

test('a Korean compound that is not known is looked up by the known word that it begins with', () => {
  expect(nearest('머그받침대', ['머그', '머리', '머'])).toEqual(['머그']);
  expect(nearest('mugholder', ['mug'])).toEqual([]);
});

test('a known word also means its plural, an unknown one all that begin with it', () => {
  expect(literalSpellings('mug', ['mug', 'mugs', 'mugwort'])).toEqual(['mug', 'mugs']);
  expect(literalSpellings('mugw', ['mugwort'])).toEqual(['mugwort']);
  expect(literalSpellings('머그', ['머그', '머그컵세트'])).toEqual(['머그', '머그컵세트']);
});

test('a tsquery wants one spelling of each word', () => {
  expect(tsqueryOf([['mug', 'mugs'], ['ink']])).toBe("('mug' | 'mugs') & ('ink')");
});
