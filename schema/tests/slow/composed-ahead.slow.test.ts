import { expect, test } from 'vitest';
import { compose } from '../../src/composition/compose.ts';
import { composedAhead } from '../../src/composition/composed-ahead.ts';

test('what is composed on another thread is what is composed here, errors and all', () => {
  for (const sdl of ['type Query { a: Int }', 'type Query { a: Missing }', 'type {']) {
    const subgraphs = [{ name: 'a', url: 'http://a', file: 'a.graphql', sdl }];
    const here = compose(subgraphs);
    const there = composedAhead(subgraphs)();
    expect(there).toEqual('findings' in here ? here : { ...here, hints: expect.any(Function) });
    if ('hints' in there && 'hints' in here) expect(there.hints()).toEqual(here.hints());
  }
});
