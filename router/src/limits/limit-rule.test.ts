import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { overLimits } from './limit-rule.ts';

const limits = { maxDepth: 3, maxAliases: 2, maxDirectives: 2, maxRootFields: 2, maxFields: 8 };
const problems = (query: string) => overLimits(parse(query), limits).map(({ message }) => message);

test.each([
  ['{ a { b { c } } }', []],
  [
    '{ a @x { ...F @x ...F } } fragment F on A { b @x }',
    ['The operation exceeds the limit of 2 directives.'],
  ],
  ['{ a { b { c { d } } } }', ['The operation exceeds the limit of 3 depth.']],
  [
    '{ a { ...F } } fragment F on A { b { c { d } } }',
    ['The operation exceeds the limit of 3 depth.'],
  ],
  ['{ a { x: b y: b z: b } }', ['The operation exceeds the limit of 2 aliases.']],
  ['{ a b ...F } fragment F on Query { c }', ['The operation exceeds the limit of 2 root fields.']],
  [
    '{ a { ...F ...F ...F } } fragment F on A { b c d }',
    ['The operation exceeds the limit of 8 fields.'],
  ],
  ['{ a { ...F } } fragment F on A { ...F b }', []],
  ['{ a { __proto__: b } }', ['The name "__proto__" cannot be used.']],
  ['{ __schema { types { fields { type { ofType { name } } } } } }', []],
  [
    '{ __schema { types { x: name y: name z: name } } }',
    ['The operation exceeds the limit of 2 aliases.'],
  ],
  [
    '{ __schema { types { ...F ...F ...F } } } fragment F on __Type { name kind description }',
    ['The operation exceeds the limit of 8 fields.'],
  ],
])('%s: %j', (query, expected) => {
  expect(problems(query)).toEqual(expected);
});

test('an introspection may rename a few things, wherever that is written', () => {
  const roomy = { ...limits, maxAliases: 100, maxFields: 100, maxRootFields: 100 };
  const refused = (query: string) => overLimits(parse(query), roomy).map(({ message }) => message);
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => `${each}: name`).join(' ');
  const tooMany = ['The operation exceeds the limit of 5 aliases in introspection.'];
  expect(refused(`{ __schema { types { ${names} } } }`)).toEqual(tooMany);
  expect(refused(`{ x: __type(name: "X") { ${names.slice(8)} } }`)).toEqual(tooMany);
  expect(refused(`{ __schema { types { ...F } } } fragment F on __Type { ${names} }`)).toEqual(
    tooMany,
  );
  expect(refused(`{ __schema { types { ${names.slice(8)} } } }`)).toEqual([]);
  expect(refused(`{ thing { ${names} } __schema { types { name } } }`)).toEqual([]);
});

test('a bomb of fragments is measured at once', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on A { ...F${i + 1} ...F${i + 1} }`,
  );
  const query = `{ a { ...F0 } } ${fragments.join(' ')} fragment F60 on A { b }`;
  const startedAt = performance.now();
  expect(problems(query)).toEqual(['The operation exceeds the limit of 8 fields.']);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
