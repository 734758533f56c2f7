import { expect, test } from 'vitest';
import { ancestors, assertNoCycle, depthFirst, rollUp } from './category.ts';

const nodes = new Map(
  [
    { id: 'root', parentId: null },
    { id: 'child', parentId: 'root' },
    { id: 'leaf', parentId: 'child' },
    { id: 'other', parentId: 'root' },
  ].map((node) => [node.id, node]),
);

test('the way to a category starts at the root', () => {
  expect(ancestors(nodes, 'leaf').map(({ id }) => id)).toEqual(['root', 'child']);
  expect(ancestors(nodes, 'root')).toEqual([]);
});

test('a loop in the data ends the way instead of the process', () => {
  const loop = new Map([
    ['a', { id: 'a', parentId: 'b' }],
    ['b', { id: 'b', parentId: 'a' }],
  ]);
  expect(ancestors(loop, 'a').length).toBeLessThanOrEqual(2);
});

test('a tree is read depth first', () => {
  const shuffled = ['other', 'leaf', 'root', 'child'].flatMap((id) => nodes.get(id) ?? []);
  expect(depthFirst(shuffled).map(({ id }) => id)).toEqual(['root', 'other', 'child', 'leaf']);
});

test('counts add up from the leaves', () => {
  const totals = rollUp(
    nodes,
    new Map([
      ['leaf', 2],
      ['other', 1],
      ['child', 4],
    ]),
  );
  expect(Object.fromEntries(totals)).toEqual({ leaf: 2, other: 1, child: 6, root: 7 });
});

test.each(['child', 'leaf'])('a category cannot move into itself: %s', (to) => {
  expect(() => assertNoCycle(nodes, 'child', to)).toThrow('cannot lie inside itself');
});

test('a category can move anywhere else', () => {
  assertNoCycle(nodes, 'leaf', 'other');
  assertNoCycle(nodes, 'child', null);
});
