import { expect, test } from 'vitest';
import {
  authorizationOf,
  guest,
  link,
  supergraphAuthorization,
  viewer,
} from '../../tests/authorization/graph.ts';
import { composed } from '../../tests/graph/start.ts';
import type { AuthorizationOptions } from './options.ts';

const SDL = `${link()}
  type Query { open: String  own: String @authenticated  many: [[Thing]]  node: Node }
  type Mutation { act: Thing  rest: String }
  interface Node { id: ID! }
  type Thing implements Node { id: ID!  either: Int @requiresScopes(scopes: [["a", "b"], ["c"]])  ruled: Int @policy(policies: [["p"], ["q", "r"]]) }
  type Other implements Node { id: ID! @requiresScopes(scopes: [["d"]]) }`;
const graph = authorizationOf(SDL);
const asked = '{ open many { either ruled } }';

test.each([
  ['a', false],
  ['a b', true],
  ['c', true],
  ['b', false],
])('scopes are an OR of ANDs: %s', (scope, isGiven) => {
  expect(graph('{ many { either } }', viewer(scope)).isWhole).toBe(isGiven);
});

test.each([
  [['p'], true],
  [['q'], false],
  ['q r', true],
  [7, false],
])('policies are those of the claim: %j', (policies, isGiven) => {
  expect(graph('{ many { ruled } }', viewer('', { policies })).isWhole).toBe(isGiven);
});

test('policies are decided by who runs the router, also for guests', () => {
  const names: string[] = [];
  const decide: AuthorizationOptions['policies'] = (_, asked) => {
    names.push(...asked);
    return new Set(['p']);
  };
  expect(authorizationOf(SDL, { policies: decide })('{ many { ruled } }', guest).isWhole).toBe(
    true,
  );
  expect(names).toEqual(['p', 'q', 'r']);
});

test('paths have response names and one @ for each list, and each is told once', () => {
  const query = '{ m: many { e: either ...F } } fragment F on Thing { e: either ruled }';
  const { errors, left } = graph(query, guest);
  expect(left).toBeNull();
  expect(errors.map(({ path }) => path)).toEqual([
    ['m', '@', '@', 'e'],
    ['m', '@', '@', 'ruled'],
  ]);
  expect(errors[0]?.locations).toEqual([{ line: 1, column: 13 }]);
});

test('a field of an interface is served where all of its objects may be, others by fragments', () => {
  expect(graph('{ node { id } }', guest).paths).toEqual(['node/id']);
  expect(graph('{ node { id } }', viewer('d')).isWhole).toBe(true);
  const byObjects = '{ node { ... on Thing { id } ... on Other { id } } }';
  expect(graph(byObjects, guest)).toMatchObject({
    left: '{ node { ... on Thing { id } } }',
    paths: ['node/id'],
  });
});

test('of a mutation nothing refused is left to be executed', () => {
  expect(graph('mutation { act { either } rest }', guest).left).toBe('mutation { rest }');
  expect(graph('mutation { act { id either } }', guest).left).toBe('mutation { act { id } }');
});

test('viewers with the same outcome get the same variant, and untouched operations cost nothing', () => {
  const seen = ['a', 'a x', 'b'].map((scope) => graph(asked, viewer(scope)).key);
  expect(new Set(seen)).toEqual(new Set(['00']));
  expect(graph(asked, viewer('c')).key).toBe('10');
  expect(graph('{ open }', guest)).toMatchObject({ touchesRules: false, isWhole: true, key: '' });
});

test.each([
  [
    { response: 'extensions' },
    { errors: 0, authorizationErrors: 1, rejected: false, isWhole: false },
  ],
  [
    { response: 'disabled' },
    { errors: 0, authorizationErrors: 0, rejected: false, isWhole: false },
  ],
  [
    { rejectUnauthorized: true },
    { errors: 1, authorizationErrors: 0, rejected: true, isWhole: false },
  ],
  [{ dryRun: true }, { errors: 1, authorizationErrors: 0, rejected: false, isWhole: true }],
] as const)('refusals with %j', (options, expected) => {
  const logged: string[] = [];
  const onRefused = (paths: readonly string[]) => void logged.push(...paths);
  const variant = authorizationOf(SDL, { ...options, onRefused })('{ open own }', guest);
  const { errors, authorizationErrors, rejected, isWhole } = variant;
  expect({
    errors: errors.length,
    authorizationErrors: authorizationErrors.length,
    rejected,
    isWhole,
  }).toEqual(expected);
  expect(logged).toEqual(['own']);
});

test.each([
  ['as:', 'as: "auth"', '@auth'],
  ['an import', 'import: [{ name: "@authenticated", as: "@mayRead" }]', '@mayRead'],
])('a directive renamed by %s is enforced', (_, rename, name) => {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
    type Query { open: Int  own: Int @authenticated }`;
  const subgraphs = [{ name: 's', url: 'http://s', sdl }];
  const supergraph = composed(subgraphs as unknown as Parameters<typeof composed>[0])
    .replace(
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)',
      `@link(url: "https://specs.apollo.dev/authenticated/v0.1", ${rename}, for: SECURITY)`,
    )
    .replaceAll('@authenticated', (found) => found && name)
    .replace(`"${name}"`, '"@authenticated"');
  expect(supergraph).toContain(`own: Int ${name}`);
  expect(supergraphAuthorization(supergraph)('{ open own }', guest).left).toBe('{ open }');
});

test('a directive of the same name that is not of the specification says nothing', () => {
  const sdl = `extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
    @link(url: "https://example.com/mine/v1.0", import: ["@authenticated"]) @composeDirective(name: "@authenticated")
    directive @authenticated on FIELD_DEFINITION
    type Query { own: Int @authenticated }`;
  expect(authorizationOf(sdl)('{ own }', guest)).toMatchObject({ touchesRules: false });
});

test('nested fragments cannot make refusals many', () => {
  const fragments = Array.from(
    { length: 12 },
    (_, i) =>
      `fragment F${i} on Query { node { ... on Thing { a${i}: either } } ...F${i + 1} ...F${i + 1} }`,
  );
  const query = `{ open ...F0 } ${fragments.join(' ')} fragment F12 on Query { own }`;
  const startedAt = performance.now();
  expect(graph(query, guest).errors).toHaveLength(13);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
