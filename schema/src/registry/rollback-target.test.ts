import type { Move } from '@souk/router/registry/move';
import { expect, test } from 'vitest';
import { rollbackTarget } from './rollback-target.ts';

/** Newest last, as people tell it: `a b c ←b` is three publications and a rollback to b. */
function moves(story: string): Move[] {
  return story
    .split(' ')
    .map(
      (word, index): Move => ({
        sequence: index + 1,
        release: word.replace('←', ''),
        kind: word.startsWith('←') ? 'rollback' : 'publish',
        ...{ supergraph: '', contracts: {}, at: '', by: '', message: '' },
      }),
    )
    .reverse();
}

test.each([
  ['a b', 'a'],
  ['a b c ←b', 'a'],
  ['a b c ←b d', 'b'],
  ['a b c b', 'c'],
  ['a b b', 'a'],
  ['a b c ←a', null],
  ['a', null],
])('after %s a rollback goes to %s', (story, target) => {
  expect(rollbackTarget(moves(story))?.release ?? null).toBe(target);
});

test('there is no way back from a release whose publication was dropped', () => {
  expect(rollbackTarget(moves('←b ←c'))).toBeNull();
  expect(rollbackTarget([])).toBeNull();
});
