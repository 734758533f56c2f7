import { expect, test } from 'vitest';
import { listLoader, rowLoader } from './loaders.ts';

type Row = { id: string; of: string };

test('rows come back one for each key, in the sequence of the keys, null where there is none', async () => {
  const asked: (readonly string[])[] = [];
  const loader = rowLoader<string, Row>(
    async (ids) => {
      asked.push(ids);
      return [
        { id: 'b', of: 'x' },
        { id: 'a', of: 'x' },
      ];
    },
    (row) => row.id,
  );
  const rows = await Promise.all(['a', 'missing', 'b', 'a'].map((id) => loader.load(id)));
  expect(rows.map((row) => row?.id ?? null)).toEqual(['a', null, 'b', 'a']);
  expect(asked).toEqual([['a', 'missing', 'b']]);
});

test('lists come back one for each key, empty where there is none', async () => {
  const loader = listLoader<string, Row>(
    async () => [
      { id: '1', of: 'x' },
      { id: '2', of: 'y' },
      { id: '3', of: 'x' },
    ],
    (row) => row.of,
  );
  const lists = await Promise.all(['x', 'z', 'y'].map((key) => loader.load(key)));
  expect(lists.map((list) => list.map((row) => row.id))).toEqual([['1', '3'], [], ['2']]);
});
