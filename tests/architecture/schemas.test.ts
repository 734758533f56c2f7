import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { readSupergraphConfig } from '../../schema/src/composition/supergraph-config.ts';
import { workingTree } from '../../schema/src/source/working-tree.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const subgraphs = readSupergraphConfig(workingTree(ROOT), 'supergraph.yaml');
const supergraph = buildSchema(readFileSync(path.join(ROOT, 'router/supergraph.graphql'), 'utf8'));

/** Fields of Query whose absence would take the whole answer with it. */
const nonNullRoots = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => isNonNullType(type))
    .map(({ name }) => name);

/** Types, fields and arguments of a schema that nobody describes. */
function undescribed(schema: GraphQLSchema): string[] {
  const own = (type: GraphQLNamedType) =>
    !/^(__|join__|link__|federation__|requiresScopes__|Query$|Mutation$|Subscription$)/.test(
      type.name,
    );
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const bare = own(type) && !type.astNode?.description && type.astNode ? [type.name] : [];
    if (!isObjectType(type) || type.name.startsWith('__')) return bare;
    const fields = Object.values(type.getFields()).flatMap((field) => [
      ...(field.description ? [] : [`${type.name}.${field.name}`]),
      ...field.args
        .filter((argument) => !argument.description)
        .map((argument) => `${type.name}.${field.name}(${argument.name})`),
    ]);
    return [...bare, ...fields];
  });
}

test('a service that is down costs its own fields: no field of Query is non-null', () => {
  expect(nonNullRoots(supergraph)).toEqual([]);
});

test('a non-null field of Query is caught', () => {
  expect(nonNullRoots(buildSchema('type Query { a: Int! b: Int }'))).toEqual(['a']);
});

test('every type, field and argument is described', () => {
  expect(undescribed(supergraph)).toEqual([]);
});

test('a type, a field and an argument without a description are caught', () => {
  const schema = buildSchema('type Query { "Yes." t: T } type T { f("Yes." a: Int, b: Int): Int }');
  expect(undescribed(schema)).toEqual(['T', 'T.f', 'T.f(b)']);
});

test.each(subgraphs.map(({ name, sdl }) => [name, sdl]))(
  'lists of %s are capped: a field that takes "first" also takes "after"',
  (_, sdl) => {
    const firsts = sdl.match(/\bfirst: Int/g)?.length ?? 0;
    const afters = sdl.match(/\bafter: String/g)?.length ?? 0;
    expect(afters).toBe(firsts);
  },
);
