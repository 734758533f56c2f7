import path from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { validate } from 'graphql';
import { expect, test } from 'vitest';
import { readSchemaConfig } from '../src/config/schema-config.ts';
import { knownOperations } from '../src/operations/known-operations.ts';
import { workingTree } from '../src/source/working-tree.ts';

const tree = workingTree(path.resolve(import.meta.dirname, '../..'));
const { operations, findings } = knownOperations(
  tree,
  readSchemaConfig(tree, 'schema.yaml'),
  new Date('2026-11-24'),
);

test('every operation that our clients are known to send is valid', () => {
  const supergraph = Supergraph.build(tree.read('router/supergraph.graphql') ?? '', {
    ...{ supportedFeatures: null, validateSupergraph: false },
  });
  const api = supergraph.apiSchema().toGraphQLJSSchema();
  const errors = operations.flatMap(({ client, name, document }) =>
    validate(api, document).map(({ message }) => `${client}: ${name}: ${message}`),
  );
  expect(errors).toEqual([]);
  expect(findings).toEqual([]);
  expect(new Set(operations.map(({ client }) => client))).toEqual(
    new Set(['storefront', 'rest', 'tour']),
  );
});

test.each(['storefront', 'rest', 'tour'])('what %s sends is recorded', (client) => {
  const sent = operations.filter(
    (each) => each.client === client && each.place !== undefined && each.recorded !== undefined,
  );
  expect(sent.length).toBeGreaterThan(5);
});

test('the committed record tells of nobody: no address, no token, no number', () => {
  const text = tree.read('schema/usage.json') ?? '';
  const days = /\b\d{4}-\d{2}-\d{2}\b/g;
  expect(text.replaceAll(days, '')).not.toMatch(/@\w+\.|souk\.example|eyJ|pm_card|\d{4,}/);
});
