import { printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { compose } from '../composition/compose.ts';
import { type ContractRules, contractOf } from './contract.ts';

const HEAD =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])';

function supergraphOf(sdl: string, head = HEAD): string {
  const source = { name: 'a', url: 'http://127.0.0.1/a', file: 'a.graphql' };
  const composed = compose([{ ...source, sdl: `${head}\n${sdl}` }]);
  if ('findings' in composed) throw new Error(composed.findings[0]?.message);
  return composed.supergraph;
}

const rulesOf = (rules: Partial<ContractRules>): ContractRules => ({
  ...{ include: [], exclude: [], hide_unreachable_types: true },
  ...rules,
});
function part(sdl: string, rules: Partial<ContractRules>, head?: string): string {
  const contract = contractOf('part', supergraphOf(sdl, head), rulesOf(rules));
  if ('findings' in contract) throw new Error(contract.findings[0]?.message);
  return printSchema(contract.api);
}
const without = { exclude: ['internal'] };
const only = { include: ['public'] };

test('what has an excluded tag is not there: types, fields, arguments, values, input fields', () => {
  const api = part(
    `type Query { x(a: Int, b: Int @tag(name: "internal")): T y: Int @tag(name: "internal") z(in: In): E }
     type T { u: Int v: Int @tag(name: "internal") }
     input In { p: Int q: Int @tag(name: "internal") }
     enum E { ONE TWO @tag(name: "internal") }`,
    without,
  );
  for (const kept of ['x(a: Int): T', 'u: Int', 'p: Int', 'ONE']) expect(api).toContain(kept);
  for (const gone of ['b: Int', 'y: Int', 'v: Int', 'q: Int', 'TWO'])
    expect(api).not.toContain(gone);
});

test('of included tags, fields and unions need one; a tag of a type counts for its fields', () => {
  const api = part(
    `type Query { x: T @tag(name: "public") y: Int u: U @tag(name: "public") }
     type T @tag(name: "public") { a: Int b: E }
     type Other { c: Int @tag(name: "public") d: Int }
     union U @tag(name: "public") = T | Other
     enum E { ONE }`,
    only,
  );
  for (const kept of ['x: T', 'a: Int', 'b: E', 'c: Int', 'enum E', 'union U = T | Other']) {
    expect(api).toContain(kept);
  }
  for (const gone of ['y: Int', 'd: Int']) expect(api).not.toContain(gone);
});

test('an excluded tag wins over an included one', () => {
  const api = part(`type Query @tag(name: "public") { x: Int y: Int @tag(name: "internal") }`, {
    ...only,
    ...without,
  });
  expect(api).toContain('x: Int');
  expect(api).not.toContain('y: Int');
});

test('a type that nothing leads to is hidden, unless that is switched off', () => {
  const sdl = `type Query { x: Int y: Only @tag(name: "internal") } type Only { a: Int }`;
  expect(part(sdl, without)).not.toContain('Only');
  expect(part(sdl, { ...without, hide_unreachable_types: false })).toContain('type Only');
});

test('implementations of an interface and members of a union are reached', () => {
  const api = part(
    `type Query { node: Node any: U y: Int @tag(name: "internal") }
     interface Node { id: ID! } type A implements Node { id: ID! } type B { b: Int } union U = B`,
    without,
  );
  expect(api).toContain('type A implements Node');
  expect(api).toContain('type B');
});

test('a type all of whose fields are hidden is hidden', () => {
  const api = part(
    `type Query { x: Int m: Mut @tag(name: "internal") } type Mut { a: Int @tag(name: "internal") }`,
    { ...without, hide_unreachable_types: false },
  );
  expect(api).not.toContain('Mut');
});

const OPEN_AND_CLOSED = HEAD.replace('"@tag"', '"@tag", "@inaccessible"');

test('a type of which tags and its own subgraph leave nothing together is hidden', () => {
  const api = part(
    `type Query { x: Int t: T @tag(name: "internal") e: E @tag(name: "internal") }
     type T { a: Int @inaccessible b: Int @tag(name: "internal") }
     enum E { ONE @inaccessible TWO @tag(name: "internal") }`,
    { ...without, hide_unreachable_types: false },
    OPEN_AND_CLOSED,
  );
  expect(api).not.toMatch(/type T|enum E/);
});

test('no type is reached through what its subgraph hides', () => {
  const api = part(
    `type Query { x: Int t: T @inaccessible h(in: In @inaccessible): Int }
     type T { u: U } type U { a: Int } input In { a: Int }`,
    without,
    OPEN_AND_CLOSED,
  );
  expect(api).not.toMatch(/type [TU]|input In/);
});

test('a directive that is imported by another name is understood', () => {
  const head =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@tag", as: "@label" }])';
  const api = part('type Query { x: Int y: Int @label(name: "internal") }', without, head);
  expect(api).not.toContain('y: Int');
});

test('what is hidden stays in the supergraph, for keys', () => {
  const contract = contractOf(
    'part',
    supergraphOf(
      'type Query { t: T } type T @key(fields: "id") { id: ID! @tag(name: "internal") a: Int }',
    ),
    rulesOf(without),
  );
  expect(contract).toHaveProperty('supergraph', expect.stringMatching(/id: ID! .*@inaccessible/));
});

test('a part that is no schema is told of, with its coordinate', () => {
  const contract = contractOf(
    'part',
    supergraphOf('type Query { x: T y: Int } type T @tag(name: "internal") { a: Int }'),
    rulesOf(without),
  );
  expect(contract).toMatchObject({
    findings: [
      {
        ...{ check: 'contract', scope: 'part', rule: 'REFERENCED_INACCESSIBLE', level: 'error' },
        coordinate: expect.stringMatching(/^(T|Query\.x)$/),
      },
    ],
  });
});

test('a contract that leaves no query is told of', () => {
  const contract = contractOf('part', supergraphOf('type Query { x: Int }'), rulesOf(only));
  expect(contract).toMatchObject({ findings: [{ rule: 'QUERY_ROOT_TYPE_INACCESSIBLE' }] });
});
