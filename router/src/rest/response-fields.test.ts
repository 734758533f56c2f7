import { expect, test } from 'vitest';
import type { BoundRoute } from './bind-route.ts';
import { locationOf, pageLinks, partialData } from './response-fields.ts';

const paged = (...names: string[]) =>
  ({
    isPaged: true,
    parameters: names.map((name) => ({ variable: name, name, in: 'query' })),
  }) as unknown as BoundRoute;
const page = (pageInfo: object) => ({ nodes: [], pageInfo });

test('a page links to the next one, with what was asked for', () => {
  const body = page({ hasNextPage: true, endCursor: 'a b' });
  expect(pageLinks(paged('after'), body, '/rest/x?q=%C3%A9&after=old')).toBe(
    '</rest/x?q=%C3%A9>; rel="first", </rest/x?q=%C3%A9&after=a+b>; rel="next"',
  );
});

test('the last page has no next one, and a route without the argument no links', () => {
  expect(pageLinks(paged('after'), page({ hasNextPage: false, endCursor: 'c' }), '/x')).toBeNull();
  expect(pageLinks(paged(), page({ hasNextPage: true, endCursor: 'c' }), '/x')).toBeNull();
});

test('where a route can go back, the previous page is linked, too', () => {
  const body = page({ hasPreviousPage: true, startCursor: 'b', hasNextPage: false });
  expect(pageLinks(paged('after', 'before'), body, '/x?before=z')).toBe(
    '</x?before=b>; rel="prev"',
  );
});

test('a location takes fields of the body, as parts of a path', () => {
  expect(locationOf('/orders/{id}', { id: 'a/b' }, '/rest')).toBe('/rest/orders/a%2Fb');
  expect(locationOf('/orders/{id}', { id: null }, '/rest')).toBeNull();
  expect(locationOf('/orders/{id}', 'text', '/rest')).toBeNull();
});

test('parts that are missing are listed as strings that a header can hold', () => {
  const missing = [
    { pointer: '/a "b"\n', code: 'X' },
    { pointer: '/ü', code: 'Y' },
  ];
  expect(partialData(missing)).toBe('"/a \\"b\\"?";code=X, "/?";code=Y');
  const many = Array.from({ length: 50 }, () => ({ pointer: '/a', code: 'X' }));
  expect(partialData(many).split(', ')).toHaveLength(20);
});
