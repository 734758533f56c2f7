import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oracle } from './graph/oracle.ts';
import { randomNumbers, randomQuery } from './graph/random-operation.ts';
import { startGraph, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
let schema: GraphQLSchema;
beforeAll(async () => {
  graph = await startGraph({
    FETCH_DEADLINE_MS: '5000',
    MAX_DEPTH: '100',
    MAX_ALIASES: '1000',
    MAX_ROOT_FIELDS: '1000',
  });
  const { data } = await graph.ask(getIntrospectionQuery());
  schema = buildClientSchema(data as unknown as IntrospectionQuery);
});
afterAll(() => graph.close());

const OPERATIONS_PER_SEED = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 15);

test.each([1, 2])(
  'generated operations get what graphql-js answers from one schema, to the letter (seed %i)',
  async (seed) => {
    const expected = oracle(schema, graph.subgraphs);
    const random = randomNumbers(seed);
    for (let i = 0; i < OPERATIONS_PER_SEED; i++) {
      const query = randomQuery(schema, random);
      const variables = random() < 0.5 ? { f: false } : { f: random() < 0.2, t: random() < 0.5 };
      const answer = await graph.ask(query, variables);
      const { data, errors = [] } = await expected(query, variables);
      const place = `${query} ${JSON.stringify(variables)}`;
      expect(answer.status, `${place} ${answer.errors?.[0]?.message}`).toBe(200);
      expect(JSON.stringify(answer.data), place).toBe(JSON.stringify(data));
      const paths = (answer.errors ?? []).map(({ path }) => JSON.stringify(path));
      expect(paths.length > 0, `${place} ${paths}`).toBe(errors.length > 0);
    }
  },
  120_000,
);
