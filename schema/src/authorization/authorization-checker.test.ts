import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import { authorization } from './authorization-checker.ts';

const nowhere = { name: 'memory', read: () => null, glob: () => [] };
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])';
const side = (sdl: string) =>
  sideOf(nowhere, [
    { name: 'a', url: 'http://127.0.0.1/', file: 'a.graphql', sdl: `${LINK}\n${sdl}` },
  ]);
const text = 'query Mine { me { name } }';
const operation = { client: 'shop', name: 'Mine', document: parse(text) };

const found = async (base: string, head: string) => {
  const findings = await authorization.check({
    ...{ base: side(base), head: side(head) },
    known: () => ({ operations: [operation], usage: 'not-configured', findings: [] }),
  } as unknown as Comparison);
  return findings.map(({ level, rule, coordinate, place, affected = [] }) =>
    [level, rule, coordinate, place?.line, ...affected.map(({ name }) => name)].join(' '),
  );
};

const graph = ({ me = '', user = '', name = '' } = {}) =>
  `type Query {\n me: User ${me}\n other: Int\n}\ntype User ${user} {\n id: ID!\n name: String ${name}\n}`;
const scopes = (list: string) => `@requiresScopes(scopes: ${list})`;

test('what stays as it is, or is told in another order, is no change', async () => {
  const one = graph({ me: '@authenticated', name: scopes('[["a", "b"], ["c"]]') });
  const other = graph({ me: '@authenticated', name: scopes('[["c"], ["b", "a"]]') });
  expect(await found(one, one)).toEqual([]);
  expect(await found(one, other)).toEqual([]);
});

test('a directive that is gone lets in more people', async () => {
  expect(await found(graph({ me: '@authenticated' }), graph())).toEqual([
    'error AUTHORIZATION_WEAKENED Query.me 3',
  ]);
});

test('a directive that is new may shut out those who select it', async () => {
  expect(await found(graph(), graph({ me: '@authenticated' }))).toEqual([
    'warning AUTHORIZATION_STRENGTHENED Query.me 3 Mine',
  ]);
});

test.each([
  ['one more alternative is weaker', '[["a"]]', '[["a"], ["b"]]', 'error AUTHORIZATION_WEAKENED'],
  ['one scope less is weaker', '[["a", "b"]]', '[["a"]]', 'error AUTHORIZATION_WEAKENED'],
  ['one scope more is stronger', '[["a"]]', '[["a", "b"]]', 'warning AUTHORIZATION_STRENGTHENED'],
  ['another scope is both', '[["a"]]', '[["b"]]', 'error AUTHORIZATION_CHANGED'],
])('%s', async (_, before, after, expected) => {
  const [finding] = await found(graph({ me: scopes(before) }), graph({ me: scopes(after) }));
  expect(finding).toMatch(expected);
});

test('scopes imply a sign-in, a sign-in implies no scope', async () => {
  const [signedIn, scoped] = [graph({ me: '@authenticated' }), graph({ me: scopes('[["a"]]') })];
  expect(await found(signedIn, scoped)).toEqual([
    'warning AUTHORIZATION_STRENGTHENED Query.me 3 Mine',
  ]);
  expect(await found(scoped, signedIn)).toEqual(['error AUTHORIZATION_WEAKENED Query.me 3']);
});

test('what moves from a field to the type that it returns guards it as before', async () => {
  const findings = await found(graph({ me: '@authenticated' }), graph({ user: '@authenticated' }));
  expect(findings.filter((each) => each.startsWith('error'))).toEqual([]);
});

test('a type that asks for less is told once, at the type', async () => {
  expect(await found(graph({ user: '@authenticated' }), graph())).toEqual([
    'error AUTHORIZATION_WEAKENED User 6',
  ]);
});

test('a field that leads to another type, unguarded, is told', async () => {
  const open =
    'type Query { me: Open }\ntype Open { name: String }\ntype User @authenticated { name: String }';
  const [finding] = await found(
    'type Query { me: User }\ntype Open { name: String }\ntype User @authenticated { name: String }',
    open,
  );
  expect(finding).toBe('error AUTHORIZATION_WEAKENED Query.me 2');
});

test('policies are compared, too', async () => {
  const policy = (list: string) => graph({ me: `@policy(policies: ${list})` });
  expect(await found(policy('[["p"]]'), policy('[["p"], ["q"]]'))).toEqual([
    'error AUTHORIZATION_WEAKENED Query.me 3',
  ]);
});
