import { expect, test } from 'vitest';
import { overlaidTree } from '../source/overlaid-tree.ts';
import { workingTree } from '../source/working-tree.ts';
import { bothSides } from './both-sides.ts';
import { sideOf } from './side.ts';

const tree = overlaidTree(workingTree('/nowhere'), new Map());
const sideWith = (sdl: string) =>
  sideOf(tree, [{ name: 'a', url: 'http://a', file: 'a.graphql', sdl }]);

test('equal subgraphs are composed once, and others are not taken for equal', () => {
  const one = bothSides(sideWith('type Query { a: Int }'), sideWith('type Query { a: Int }'));
  expect(one.head.api()).toBe(one.base.api());
  const other = bothSides(sideWith('type Query { a: Int }'), sideWith('type Query { b: Int }'));
  expect(other.head.api()).not.toBe(other.base.api());
});
