import type { Random } from './random.ts';

const times = (count: number, make: (index: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

/** Documents that no client means, by what is bad about them. Fields are those of the test shop. */
export const documents: Readonly<Record<string, (random: Random) => string>> = {
  'alias bomb': (random) => `{ ${times(20 + random.below(3_000), (i) => `a${i}: viewer { id }`)} }`,
  'fragment bomb': (random) => {
    const depth = 10 + random.below(60);
    const each = times(depth, (i) => `fragment F${i} on User { ...F${i + 1} ...F${i + 1} }`);
    return `{ viewer { ...F0 } } ${each} fragment F${depth} on User { id }`;
  },
  'cycle of fragments': (random) => {
    const length = 1 + random.below(30);
    const each = times(length, (i) => `fragment F${i} on User { ...F${(i + 1) % length} }`);
    return `{ viewer { ...F0 } } ${each}`;
  },
  'deep nesting': (random) => {
    const depth = 10 + random.below(4_000);
    return `{ viewer ${'{ orders { customer '.repeat(depth)} { id } ${'} }'.repeat(depth)} }`;
  },
  'open braces': (random) => '{ a '.repeat(1 + random.below(20_000)),
  'deep list literal': (random) => {
    const depth = 1 + random.below(20_000);
    return `{ products(first: ${'['.repeat(depth)}1${']'.repeat(depth)}) { id } }`;
  },
  'deep object literal': (random) => {
    const depth = 1 + random.below(5_000);
    return `{ products(first: ${'{a:'.repeat(depth)}1${'}'.repeat(depth)}) { id } }`;
  },
  'huge string': (random) => `{ order(id: "${'x'.repeat(random.below(500_000))}") { id } }`,
  'huge number': (random) => `{ products(first: ${'9'.repeat(1 + random.below(50_000))}) { id } }`,
  'huge name': (random) => `{ ${'n'.repeat(1 + random.below(300_000))} }`,
  'huge comment': (random) => `#${'c'.repeat(random.below(500_000))}\n{ viewer { id } }`,
  'many directives': (random) =>
    `{ viewer ${'@include(if: true) '.repeat(1 + random.below(2_000))} { id } }`,
  'many unknown fields': (random) => `{ ${times(1 + random.below(2_000), (i) => `nope${i}`)} }`,
  'many variables': (random) => {
    const count = 1 + random.below(2_000);
    return `query(${times(count, (i) => `$v${i}: Int`)}) { viewer { id } }`;
  },
  'many operations': (random) =>
    times(1 + random.below(1_000), (i) => `query Q${i} { viewer { id } }`),
  'conflicting fields': (random) =>
    `{ ${times(2 + random.below(300), (i) => `x: products(first: ${i}) { id }`)} }`,
  'overlapping fragments': (random) => {
    const count = 2 + random.below(150);
    const spreads = times(count, (i) => `...F${i}`);
    const each = times(
      count,
      (i) => `fragment F${i} on User { orders { customer { id a${i}: name } } }`,
    );
    return `{ viewer { ${spreads} } } ${each}`;
  },
  'introspection in circles': (random) =>
    `{ __schema { types ${'{ fields { type '.repeat(1 + random.below(30))} { name } ${'} }'.repeat(30)} }`,
  'renamed introspection': (random) => {
    const of = 'fields { name args { name type { name ofType { name } } } type { name } }';
    return `{ __schema { types { ${times(1 + random.below(90), (i) => `a${i}: ${of}`)} } } }`;
  },
  'forbidden names': (random) =>
    random.of([
      '{ __proto__: viewer { id } }',
      '{ constructor: viewer { id } }',
      '{ viewer { __proto__ { id } } }',
      'query __proto__ { viewer { id } }',
      'query($__proto__: ID!) { order(id: $__proto__) { id } }',
      '{ viewer { ...__proto__ } } fragment __proto__ on User { id }',
      '{ viewer { ... on __proto__ { id } } }',
      '{ toString hasOwnProperty }',
    ]),
  'control characters': (random) =>
    `{ viewer\u0000 { id${String.fromCharCode(random.below(65_536))} } }`,
  'a subscription': () => 'subscription { orderUpdated { id } }',
  'only definitions': () => 'type Query { a: Int } extend type Query { b: Int }',
};
