import { expect, test } from 'vitest';
import type { JsonSchema } from './json-schema.ts';
import { mismatches } from './mismatches.ts';

const told = (written: JsonSchema, read: JsonSchema) =>
  mismatches({ schema: written, root: written }, { schema: read, root: read }).map(
    ({ path, kind }) => `${path} ${kind}`.trim(),
  );

const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) => ({
  ...{ type: 'object', properties, required },
});
const text: JsonSchema = { type: 'string' };

test.each<[string, JsonSchema, JsonSchema]>([
  ['a schema and itself', object({ a: text }), object({ a: text })],
  ['more properties than are read', object({ a: text, b: text }), object({ a: text })],
  ['an integer where a number is read', { type: 'integer' }, { type: 'number' }],
  ['one value of a list', { const: 'a' }, { enum: ['a', 'b'] }],
  ['text where text or null is read', text, { type: ['string', 'null'] }],
  ['null by two spellings', { anyOf: [text, { type: 'null' }] }, { type: ['string', 'null'] }],
  ['anything where nothing is asked', {}, { description: 'whatever' }],
  [
    'an integer above 0 where one from 1 is read',
    { type: 'integer', exclusiveMinimum: 0 },
    { type: 'integer', minimum: 1 },
  ],
  [
    'parts of allOf',
    { allOf: [object({ a: text }), object({ b: text })] },
    object({ a: text, b: text }),
  ],
])('%s fit', (_, written, read) => {
  expect(told(written, read)).toEqual([]);
});

test.each<[string, JsonSchema, JsonSchema, string]>([
  ['a property that is gone', object({}), object({ a: text }), 'a missing'],
  ['a property that may be absent', object({ a: text }, []), object({ a: text }), 'a optional'],
  [
    'null where none is read',
    object({ a: { type: ['string', 'null'] } }),
    object({ a: text }),
    'a nullable',
  ],
  ['another type', object({ a: { type: 'integer' } }), object({ a: text }), 'a type'],
  ['a number where an integer is read', { type: 'number' }, { type: 'integer' }, 'type'],
  ['a value beside a list', { enum: ['a', 'c'] }, { enum: ['a', 'b'] }, 'values'],
  ['any text where a list is read', text, { enum: ['a', 'b'] }, 'values'],
  ['a lower minimum', { type: 'integer', minimum: 0 }, { type: 'integer', minimum: 1 }, 'limits'],
  ['a longer text', { type: 'string', maxLength: 3 }, { type: 'string', maxLength: 2 }, 'limits'],
  ['no format', text, { type: 'string', format: 'uuid' }, 'limits'],
  [
    'a property for a closed reader',
    object({ a: text, b: text }),
    { ...object({ a: text }), additionalProperties: false },
    'b unexpected',
  ],
  [
    'something inside items',
    object({ a: { type: 'array', items: object({}) } }),
    object({ a: { type: 'array', items: object({ b: text }) } }),
    'a[].b missing',
  ],
])('%s is told', (_, written, read, expected) => {
  expect(told(written, read)).toEqual([expected]);
});

test('a member of a union that the reader does not know is told as one', () => {
  const member = (name: string) => object({ kind: { const: name }, of: text });
  expect(
    told({ anyOf: [member('a'), member('c')] }, { anyOf: [member('a'), member('b')] }),
  ).toEqual(['member']);
});

test('a schema that holds itself is compared as often as it differs, not for ever', () => {
  const tree = (more: Record<string, JsonSchema>) => ({
    $ref: '#/$defs/Tree',
    $defs: {
      Tree: object({ ...more, leaves: { type: 'array', items: { $ref: '#/$defs/Tree' } } }),
    },
  });
  expect(told(tree({}), tree({}))).toEqual([]);
  expect(told(tree({}), tree({ name: text }))).toEqual(['name missing', 'leaves[].name missing']);
});
