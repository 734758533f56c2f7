import { expect, test } from 'vitest';
import { renderTable } from './table.ts';

test('a row says how much was looked at, and how much of it is wrong', () => {
  const rows = [
    { name: 'no unit is lost', checked: 120, breaches: [] },
    { name: 'in order', checked: 7, breaches: ['a came before b'] },
  ];
  expect(renderTable(rows)).toBe(`invariant         checked  breaches
no unit is lost       120         0
in order                7         1

BREACHED: in order
  a came before b
`);
});

test('of many breaches the first ones are shown', () => {
  const breaches = Array.from({ length: 20 }, (_, index) => `breach ${index}`);
  const text = renderTable([{ name: 'x', checked: 20, breaches }]);
  expect(text).toContain('breach 7\n  … and 12 more');
});
