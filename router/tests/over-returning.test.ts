import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { executeText } from '../src/execute/execute.ts';
import type { Send, SubgraphAnswer } from '../src/execute/request.ts';
import { buildGeneration } from '../src/generation/generation.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])';
const { supergraphSdl = '', errors: problems } = composeServices([
  {
    name: 'catalog',
    url: 'http://catalog',
    typeDefs: parse(`${link}
      type Query { items: [Item!] item: Item shelf: Shelf things: [Thing!] }
      type Shelf { items: [Item!] }
      interface Thing { id: ID! name: String }
      type Item implements Thing @key(fields: "id") { id: ID! name: String size: Size @shareable }
      type Toy implements Thing { id: ID! name: String price: Int }
      type Size { width: Int }`),
  },
  {
    name: 'prices',
    url: 'http://prices',
    typeDefs: parse(`${link}
      type Item @key(fields: "id") {
        id: ID! price: Int toString: String weight: Int @external
        size: Size @shareable
        freight: Int @requires(fields: "weight")
      }
      type Size { height: Int }`),
  },
  {
    name: 'weights',
    url: 'http://weights',
    typeDefs: parse(`${link}
      type Item @key(fields: "id") { id: ID! weight: Int }`),
  },
]);
if (problems !== undefined) throw new Error(problems.map(String).join('\n'));
const generation = buildGeneration(supergraphSdl, { maxPlans: 100 });

type Entities = { readonly errors?: string; readonly of: (id: string) => unknown };

/** Roots come from the catalog, entities from whoever is asked; all of them say more than they should. */
async function ask(query: string, root: unknown, entities: Record<string, Entities> = {}) {
  const sent: string[] = [];
  const send: Send = async ({ service, body }): Promise<SubgraphAnswer> => {
    sent.push(`${service} ${body}`);
    const { variables } = JSON.parse(body);
    const known = entities[service];
    if (variables.representations === undefined || known === undefined) {
      return { data: structuredClone(root) as Record<string, unknown>, errors: [] };
    }
    const { errors, of } = known;
    return {
      data: { _entities: variables.representations.map(({ id }: { id: string }) => of(id)) },
      errors: errors === undefined ? [] : [{ message: errors }],
    };
  };
  const source = { hash: query, document: parse(query), operationName: undefined };
  const compiled = generation.compile(source);
  return { ...JSON.parse(await executeText(compiled, { variables: {}, send })), sent };
}

const over = { __typename: 'Item', id: '1', name: 'cup', price: 0, weight: 0, toString: 'mine' };

test('what a root fetch was not asked for does not stand where another subgraph has none', async () => {
  const { data } = await ask(
    '{ items { name price toString } }',
    { items: [over] },
    { prices: { of: () => ({ price: null }) } },
  );
  expect(data).toEqual({ items: [{ name: 'cup', price: null, toString: null }] });
});

test('what a root fetch was not asked for is not there when the owner fails', async () => {
  const { data, errors } = await ask(
    '{ shelf { items { name price } } }',
    { shelf: { items: [over] } },
    { prices: { of: () => null, errors: 'no' } },
  );
  expect(data).toEqual({ shelf: { items: [{ name: 'cup', price: null }] } });
  expect(errors).toHaveLength(1);
});

test('what a root fetch was not asked for is no requirement of another fetch', async () => {
  const { data, sent } = await ask(
    '{ item { freight } }',
    { item: over },
    { weights: { of: () => ({ weight: 7 }) }, prices: { of: () => ({ freight: 3 }) } },
  );
  expect(data).toEqual({ item: { freight: 3 } });
  expect(sent.at(-1)).toContain('"weight":7');
  const lost = await ask(
    '{ item { freight } }',
    { item: over },
    { weights: { of: () => null }, prices: { of: () => ({ freight: 3 }) } },
  );
  expect(lost.data).toEqual({ item: { freight: null } });
  expect(lost.sent.join()).not.toContain('"weight":0');
});

test('an entity fetch overwrites neither names of the entity nor what lies below them', async () => {
  const greedy = { price: 5, name: 'taken', size: { height: 2, width: -1 }, id: 'x' };
  for (const errors of [undefined, 'something else went wrong']) {
    const { data } = await ask(
      '{ items { id name price size { width height } } }',
      { items: [{ ...over, size: { width: 1, height: -1 } }] },
      { prices: { of: () => greedy, ...(errors && { errors }) } },
    );
    expect(data).toEqual({
      items: [{ id: '1', name: 'cup', price: 5, size: { width: 1, height: 2 } }],
    });
  }
});

test('what is asked of one type is not asked of another', async () => {
  const toy = { __typename: 'Toy', id: 't', price: 9 };
  const { data } = await ask(
    '{ things { id ... on Toy { price } ... on Item { price } } }',
    { things: [toy, over] },
    { prices: { of: () => ({ price: null }) } },
  );
  expect(data).toEqual({
    things: [
      { id: 't', price: 9 },
      { id: '1', price: null },
    ],
  });
});

test('aliases of a fetch are names that it was asked for, and their fields are not', async () => {
  const { data } = await ask(
    '{ items { title: name cost: price name: id } }',
    { items: [{ __typename: 'Item', id: '1', title: 'cup', name: '1', cost: 0, price: 0 }] },
    { prices: { of: () => ({ cost: null, price: 4, title: 'taken' }) } },
  );
  expect(data).toEqual({ items: [{ title: 'cup', cost: null, name: '1' }] });
});
