import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Viewer } from '@souk/platform/identity';
import { execute as executeGraphQL, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { executeText } from '../../src/execute/execute.ts';
import type { Send } from '../../src/execute/request.ts';
import { buildGeneration } from '../../src/generation/generation.ts';
import { randomNumbers } from '../graph/random-operation.ts';
import { composed } from '../graph/start.ts';
import { resolverOf } from './data.ts';
import { guest, viewer } from './graph.ts';
import { allowedAnswer } from './oracle.ts';
import { type GraphModel, POLICIES, randomGraph, SCOPES } from './random-graph.ts';
import { randomSelection, written } from './random-selection.ts';

const GRAPHS = Number(process.env.AUTHORIZATION_GRAPHS ?? 8);
const OPERATIONS = Number(process.env.AUTHORIZATION_OPERATIONS ?? 20);

/** Subgraphs that answer with more than they were asked for: nothing of it may come out. */
function overReturning(model: GraphModel): Send {
  const schemas = model.sdls.map((sdl) => buildSubgraphSchema([{ typeDefs: parse(sdl) }]));
  return async ({ service, body }) => {
    const { query, variables } = JSON.parse(body);
    const schema = schemas[Number(service.slice(1))] as GraphQLSchema;
    const { data } = await executeGraphQL({
      schema,
      document: parse(query),
      variableValues: variables,
      fieldResolver: resolverOf(model) as never,
    });
    return { data: withMore(JSON.parse(JSON.stringify(data)), schema), errors: [] };
  };
}

function withMore<T>(value: T, schema: GraphQLSchema): T {
  if (Array.isArray(value)) for (const item of value) withMore(item, schema);
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) withMore(inner, schema);
    const type = schema.getType((value as { __typename?: string }).__typename ?? 'V');
    if (!isObjectType(type)) return value;
    for (const name of Object.keys(type.getFields())) {
      if (name !== 'id' && !Object.hasOwn(value, name)) Object.assign(value, { [name]: 'LEAK' });
    }
  }
  return value;
}

test.each(Array.from({ length: GRAPHS }, (_, i) => i + 1))(
  'what viewers get of a generated graph is what graphql-js gives without refused fields (seed %i)',
  async (seed) => {
    const random = randomNumbers(seed * 7_919);
    const model = randomGraph(random);
    const subgraphs = model.sdls.map((sdl, i) => ({ name: `s${i}`, url: 'http://s', sdl }));
    const sdl = composed(subgraphs as unknown as Parameters<typeof composed>[0]);
    const generation = buildGeneration(sdl, { maxPlans: 1_000 });
    const send = overReturning(model);
    const some = (names: readonly string[]) => names.filter(() => random() < 0.5);

    for (let i = 0; i < OPERATIONS; i++) {
      const selection = randomSelection(model, random);
      if (selection.length === 0) continue;
      const as: Viewer | null =
        random() < 0.3 ? guest : viewer(some(SCOPES).join(' '), { policies: some(POLICIES) });
      const query = written(selection, () => random() < 0.5);
      const document = parse(query);
      const source = { hash: query, document, operationName: undefined };
      const variant = generation.authorization.prepare(document, undefined)(as);
      const place = `${model.sdls.join('\n')}\n${query}\n${JSON.stringify(as?.claims)} ${[...(as?.scopes ?? [])]}`;
      const text = await executeText(generation.compile(source, variant), { variables: {}, send });
      const answer = JSON.parse(text);
      const plain = written(selection, () => false);
      const expected = await allowedAnswer(model, generation.api, resolverOf(model), as, plain);
      expect(JSON.stringify(answer.data), place).toBe(JSON.stringify(expected.data));
      expect(text, place).not.toContain('LEAK');
      for (const { extensions } of answer.errors ?? []) {
        expect(extensions.code, place).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
      }
      const isRefused = variant.withheld.size > 0;
      expect((answer.errors ?? []).length > 0, place).toBe(isRefused || variant.paths.length > 0);
    }
  },
  60_000,
);
