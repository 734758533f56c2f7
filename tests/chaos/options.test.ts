import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('left out, everything has its default', () => {
  expect(parseOptions([])).toEqual({
    ...{ seed: 1, checkouts: 1_000, shoppers: 24, bus: null },
    ...{ pace: 0.04, faults: true, keep: false },
  });
});

test('the short form is small, unless it is told how large to be', () => {
  expect(parseOptions(['--quick', '--seed', '7'])).toMatchObject({ seed: 7, checkouts: 150 });
  expect(parseOptions(['--quick', '--checkouts', '9'])).toMatchObject({ checkouts: 9 });
});

test('help is help', () => {
  expect(parseOptions(['--help'])).toBeNull();
});

test.each([
  ['--seed', '-1'],
  ['--checkouts', 'many'],
  ['--bus', 'http://127.0.0.1'],
  ['--pace', '2'],
])('%s %s is refused', (flag, value) => {
  expect(() => parseOptions([`${flag}=${value}`])).toThrow(flag);
});

test('what there is no such option for is refused', () => {
  expect(() => parseOptions(['--sead', '1'])).toThrow('sead');
});
