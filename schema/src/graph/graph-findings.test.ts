import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { sideOf } from '../check/side.ts';
import { graphFindings } from './graph-findings.ts';
import { locating } from './locate.ts';

const BASE = 'type Query {\n  name: String\n  fax: String\n}';
const HEAD = 'type Query {\n  name: String\n}';

const side = (name: string, sdl: string) =>
  sideOf({ name, read: () => null, glob: () => [] }, [
    { name: 'shop', url: 'http://shop/', file: 'shop.graphql', sdl },
  ]);

/** What is said of the field that clients see no more, with the subgraph's text before and after. */
const removal = (before: string, after: string) =>
  graphFindings(buildSchema(BASE), buildSchema(HEAD), {
    ...{ usage: 'fresh', uses: () => new Map() },
    locate: locating(side('base', before), side('head', after)),
  }).map(({ message }) => message);

test('of a field that is gone it is told where it was', () => {
  expect(removal(BASE, HEAD)).toEqual([
    'Query.fax was removed (it was at shop.graphql:3); no known operation uses it',
  ]);
});

test('of a field that still stands in a subgraph it is told that it is hidden', () => {
  expect(removal(BASE, BASE.replace('fax: String', 'fax: String @inaccessible'))).toEqual([
    expect.stringMatching(/^Query.fax was removed; subgraph "shop" defines it, but it is hidden/),
  ]);
});
