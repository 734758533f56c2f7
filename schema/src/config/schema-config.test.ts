import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Misuse } from '../exit-codes.ts';
import { workingTree } from '../source/working-tree.ts';
import { schemaFileSchema } from './json-schema.ts';
import { readSchemaConfig } from './schema-config.ts';

const valid = new Ajv2020({ strict: false }).compile(JSON.parse(schemaFileSchema()));
const read = (text: string | null) =>
  readSchemaConfig({ name: '', read: () => text, glob: () => [] }, 'schema.yaml');
const root = new URL('../../../', import.meta.url).pathname;

test('our own schema.yaml is valid for editors as it is for us', () => {
  expect(valid(parse(workingTree(root).read('schema.yaml') ?? ''))).toBe(true);
  expect(readSchemaConfig(workingTree(root), 'schema.yaml').supergraph).toBe('supergraph.yaml');
});

test('without a schema.yaml everything has its default', () => {
  expect(read(null)).toMatchObject({ base: 'git:origin/main', operations: [], contracts: {} });
});

test('another file that was asked for has to be there', () => {
  const empty = { name: 'working tree', read: () => null, glob: () => [] };
  expect(() => readSchemaConfig(empty, 'shema.yaml')).toThrow(Misuse);
  expect(() => readSchemaConfig(empty, 'shema.yaml')).toThrow('shema.yaml cannot be read');
});

test('every key is described, for editors to show', () => {
  const undescribed = (schema: Record<string, unknown>, at: string): string[] =>
    Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>).flatMap(
      ([key, value]) => [
        ...(typeof value.description === 'string' ? [] : [`${at}${key}`]),
        ...undescribed(value, `${at}${key}.`),
        ...undescribed((value.items ?? value.additionalProperties ?? {}) as never, `${at}${key}.`),
      ],
    );
  expect(undescribed(JSON.parse(schemaFileSchema()), '')).toEqual([]);
});

test.each([
  ['a key that there is not', 'supergraf: x\n', /schema\.yaml:1:1: Unrecognized key: "supergraf"/],
  ['a value of another kind', 'base: x\nusage:\n  file: 3\n', /yaml:3:3: usage\.file: .*string/],
  ['a part of a list', 'operations:\n  - files: x\n', /yaml:2:5: operations\.0\.client/],
])('%s is refused by both, and we name the line', (_, text, message) => {
  expect(valid(parse(text))).toBe(false);
  expect(() => read(text)).toThrow(Misuse);
  expect(() => read(text)).toThrow(message);
});

test('what is not YAML is refused with its line', () => {
  expect(() => read('base: x\n  y: [\n')).toThrow(/^schema\.yaml:\d+:\d+: /);
});
