import { isDeepStrictEqual } from 'node:util';
import { composeServices } from '@apollo/composition';
import { type FieldNode, type GraphQLError, getVariableValues, Kind, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { unfiltered } from '../src/authorization/variant.ts';
import { answerText } from '../src/execute/answer.ts';
import { variableCoercer } from '../src/execute/coerce.ts';
import { execute, executeEvent, executeText } from '../src/execute/execute.ts';
import type { EntityCache, Send } from '../src/execute/request.ts';
import { buildGeneration } from '../src/generation/generation.ts';
import { overrideChooser } from '../src/generation/override-labels.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])';
const { supergraphSdl = '' } = composeServices([
  {
    name: 'a',
    url: 'http://a',
    typeDefs: parse(`${link}
      type Query { item(id: ID, of: Of, f: Float, b: Boolean): Item  must: Item!  items: [Item!] }
      type Subscription { changed: Item }
      input Of { n: Int! = 3  color: Color  more: [Of!] }
      enum Color { RED BLUE }
      type Item @key(fields: "id") { id: ID!  name: String!  note: String  moved: String  toString: String }`),
  },
  {
    name: 'b',
    url: 'http://b',
    typeDefs: parse(`${link}
      type Item @key(fields: "id") { id: ID!  stock: Int  moved: String @override(from: "a", label: "percent(40)") }`),
  },
]);
const generation = buildGeneration(supergraphSdl, { maxPlans: 100 });

const source = (query: string) => ({
  hash: query,
  document: parse(query),
  operationName: undefined,
});

/** Answers by service, and keeps what was sent. */
function sending(answers: Record<string, unknown>) {
  const sent: { service: string; body: string }[] = [];
  const send: Send = async (fetch) => {
    sent.push(fetch);
    return { data: structuredClone(answers[fetch.service]) as Record<string, unknown>, errors: [] };
  };
  return { send, sent };
}

const item = { __typename: 'Item', id: '1', name: 'n', note: 'x', secret: 'never' };

async function withheld(query: string, ...names: string[]) {
  const from = source(query);
  const nodes = new Set<FieldNode>();
  visit(from.document, {
    [Kind.FIELD]: (field) => void (names.includes(field.name.value) && nodes.add(field)),
  });
  const errors = [{ message: 'Unauthorized', path: ['item', 'name'] }];
  const compiled = generation.compile(from, {
    ...unfiltered(from.document),
    key: names.join(),
    withheld: nodes,
    errors,
  });
  const { send } = sending({ a: { item, must: item, items: [item] } });
  return JSON.parse(await executeText(compiled, { variables: {}, send }));
}

test('what is withheld is null, whatever came, and only the errors of the variant say so', async () => {
  expect(await withheld('{ item { id note } }', 'note')).toEqual({
    errors: [{ message: 'Unauthorized', path: ['item', 'name'] }],
    data: { item: { id: '1', note: null } },
  });
});

test('a non-null field that is withheld takes its parents silently', async () => {
  const names = async (query: string, name = 'name') => {
    const { data, errors } = await withheld(query, name);
    expect(errors).toHaveLength(1);
    return data;
  };
  expect(await names('{ item { id name } }')).toEqual({ item: null });
  expect(await names('{ items { id name } }')).toEqual({ items: null });
  expect(await names('{ must { id name } }')).toBeNull();
  expect(await names('{ item { id } must { note } }', 'must')).toBeNull();
});

test('below a field that is withheld in one place only, what that place alone selects is null', async () => {
  const query = '{ item { note } ...F } fragment F on Query { item { id } }';
  const from = source(query);
  const [operation] = from.document.definitions;
  const first =
    operation?.kind === Kind.OPERATION_DEFINITION && operation.selectionSet.selections[0];
  const compiled = generation.compile(from, {
    ...unfiltered(from.document),
    key: 'first',
    withheld: new Set(first && first.kind === Kind.FIELD ? [first] : []),
  });
  const { send } = sending({ a: { item } });
  expect(await executeText(compiled, { variables: {}, send })).toBe(
    '{"data":{"item":{"note":null,"id":"1"}}}',
  );
});

test('what a subgraph returns beyond the question does not reach the client', async () => {
  const { send } = sending({ a: { item: { ...item, n: 'n' }, must: item, more: 'x' } });
  const compiled = generation.compile(source('{ item { id n: name } }'));
  expect(await executeText(compiled, { variables: {}, send })).toBe(
    '{"data":{"item":{"id":"1","n":"n"}}}',
  );
});

test('a null that may not be is told with its place, and takes its parent', async () => {
  const { send } = sending({ a: { item: { ...item, name: null } } });
  const text = await executeText(generation.compile(source('{ item { id name } }')), {
    variables: {},
    send,
  });
  expect(JSON.parse(text)).toEqual({
    errors: [
      {
        message: 'Cannot return null for non-nullable field Item.name.',
        locations: [{ line: 1, column: 13 }],
        path: ['item', 'name'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
    data: { item: null },
  });
});

test('an override label decides which subgraph is asked, for each request', async () => {
  const from = source('{ item { id moved } }');
  expect(generation.overrideLabels(from.document)).toEqual(['percent(40)']);
  expect(generation.overrideLabels(parse('{ item { id } }'))).toEqual([]);
  const asked = async (random: number) => {
    const choose = overrideChooser({ on: new Set(), random: () => random });
    const overrides = new Map([['percent(40)', choose('percent(40)')]]);
    const compiled = generation.compile(from, { ...unfiltered(from.document), overrides });
    const { send, sent } = sending({ a: { item }, b: { _entities: [{ moved: 'm' }] } });
    await execute(compiled, { variables: {}, send });
    return sent.map(({ service }) => service);
  };
  expect(await asked(0.39)).toEqual(['a', 'b']);
  expect(await asked(0.4)).toEqual(['a']);
  expect(overrideChooser({ on: new Set(['x']), random: () => 0 })('x')).toBe(true);
  expect(overrideChooser({ on: new Set(['x']), random: () => 0 })('y')).toBe(false);
});

test('an event of a subscription is answered with what other services add', async () => {
  const compiled = generation.compile(source('subscription { changed { id name stock } }'));
  expect(compiled.subscription?.primary.service).toBe('a');
  const { send } = sending({ b: { _entities: [{ stock: 7 }] } });
  const event = { data: { changed: { ...item } }, errors: [] };
  const answer = await executeEvent(compiled, event, { variables: {}, send });
  expect(answerText(answer)).toBe('{"data":{"changed":{"id":"1","name":"n","stock":7}}}');
  expect((await execute(compiled, { variables: {}, send })).data).toBeUndefined();
});

test('only entities that the cache does not know are asked for, and it is told of them', async () => {
  const stored: unknown[] = [];
  const cache: EntityCache = {
    epoch: () => 0,
    visit: (_fetch, _variables, all) =>
      all && {
        known: all.map((one) => (one.includes('"2"') ? { stock: 20 } : undefined)),
        waitsSince: () => undefined,
        settle: (missed, answer) => {
          const entities = 'data' in answer ? (answer.data?._entities as unknown[]) : [];
          for (const [i, index] of missed.entries()) {
            stored.push([all[index], structuredClone(entities[i])]);
          }
        },
      },
  };
  const items = ['1', '2', '1'].map((id) => ({ __typename: 'Item', id }));
  const { send, sent } = sending({ a: { items }, b: { _entities: [{ stock: 10 }] } });
  const compiled = generation.compile(source('{ items { stock } }'));
  expect(await executeText(compiled, { variables: {}, send, cache })).toBe(
    '{"data":{"items":[{"stock":10},{"stock":20},{"stock":10}]}}',
  );
  const one = '{"__typename":"Item","id":"1"}';
  expect(JSON.parse(sent[1]?.body ?? '').variables.representations).toEqual([JSON.parse(one)]);
  expect(stored).toEqual([[one, { stock: 10 }]]);
});

test('names that every object has are names like others', async () => {
  const query =
    '{ __proto__: item { constructor: id toString hasOwnProperty: name } valueOf: item { id stock } }';
  const own = JSON.parse(
    '{"__proto__":{"constructor":"1","toString":null,"hasOwnProperty":"n"},"valueOf":{"__typename":"Item","id":"1"}}',
  );
  const send: Send = async ({ service }) => ({
    data: service === 'a' ? own : { _entities: [{ stock: 1 }] },
    errors: [],
  });
  const text = await executeText(generation.compile(source(query)), { variables: {}, send });
  expect(text).toContain('"valueOf":{"id":"1","stock":1}');
  expect(({} as Record<string, unknown>).id).toBeUndefined();
});

const DEFINITIONS =
  '($i: Int, $f: Float = 1.5, $s: [String!], $b: Boolean!, $id: ID, $of: Of, $c: Color = RED, $l: [[Int]!])';
const VALUES: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  2 ** 31,
  'x',
  '',
  true,
  [],
  [null],
  ['a'],
  [1],
  [[1, null]],
  {},
  { n: 1 },
  { n: null },
  { n: 1, x: 1 },
  { n: 2, color: 'RED', more: [{ n: 1 }] },
  { color: 'GREEN', n: 1 },
  'RED',
  { n: 1, more: { n: 2 } },
  [[null], null],
];

const sameErrors = (ours: readonly GraphQLError[], due: readonly GraphQLError[]): boolean =>
  ours.length === due.length &&
  ours.every(
    ({ message, extensions }, i) =>
      message === due[i]?.message && extensions.code === 'BAD_USER_INPUT',
  );

test('variables are coerced as graphql-js coerces them', () => {
  const [operation] = parse(`query ${DEFINITIONS} { item { id } }`).definitions;
  const definitions =
    operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
  const coerce = variableCoercer(generation.api, definitions);
  const names = definitions.map(({ variable }) => variable.name.value);
  let accepted = 0;
  const different: unknown[] = [];
  for (const name of names) {
    for (const value of VALUES) {
      for (const given of [{ b: true, [name]: value }, { [name]: value }]) {
        const due = getVariableValues(generation.api, definitions, given);
        const ours = coerce(given);
        const isSame = due.errors
          ? 'errors' in ours && sameErrors(ours.errors, due.errors)
          : 'coerced' in ours && isDeepStrictEqual({ ...ours.coerced }, { ...due.coerced });
        if (!isSame) different.push(given);
        if ('coerced' in ours) accepted++;
      }
    }
  }
  expect(different).toEqual([]);
  expect(accepted).toBeGreaterThan(30);
});
