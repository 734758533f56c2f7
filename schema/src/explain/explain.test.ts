import { DOMParser } from '@xmldom/xmldom';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { explain } from '../commands/explain.ts';
import { operationIn } from './asked-operation.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const SUPERGRAPH = 'router/supergraph.graphql';

async function explaining(values: Record<string, string | string[]>, ...positionals: string[]) {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    ...{ progress: () => undefined, env: {}, cwd: ROOT, signal: new AbortController().signal },
  };
  const defaults = { config: 'schema.yaml', supergraph: SUPERGRAPH };
  const code = await explain.run({ values: { ...defaults, ...values }, positionals, io });
  return { code, out };
}

const ORDERS =
  'query Mine { viewer { name orders(first: 2) { nodes { number payment { status } } } } }';

test('explains our own supergraph: requests, the longest chain, each service and the cost', async () => {
  const { code, out } = await explaining({}, ORDERS);
  expect(code).toBe(0);
  expect(out).toMatch(/^Mine: 3 fetches, 3 one after another, estimated cost \d+\n/);
  expect(out).toContain('└─ payments  Order at viewer.orders.nodes.@ { payment }');
});

test('the picture is well-formed and has a card for each request', async () => {
  const { out } = await explaining({ format: ['svg'] }, ORDERS);
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(out, 'image/svg+xml');
  const titles = [...document.getElementsByTagName('title')].map(({ textContent }) => textContent);
  expect(titles.map((title) => title?.split(':')[0])).toEqual(['accounts', 'orders', 'payments']);
});

test('JSON has the figures and the steps', async () => {
  const { out } = await explaining({ format: ['json'] }, ORDERS);
  expect(JSON.parse(out)).toMatchObject({
    ...{ name: 'Mine', fetches: 3, hops: 3, labels: { on: [], known: [] } },
    subgraphs: { accounts: 1, orders: 1, payments: 1 },
    steps: { kind: 'sequence' },
  });
});

test('a document that is not valid is told with its line', async () => {
  await expect(explaining({}, '{ viewer {\n  nonsense } }')).rejects.toThrow(
    'document:2:3: Cannot query field "nonsense" on type "User".',
  );
  await expect(explaining({}, '{ viewer')).rejects.toThrow(/^document:1:9: Syntax Error/);
  await expect(explaining({ operation: 'Nobody' })).rejects.toThrow(/No client is known/);
  await expect(explaining({})).rejects.toThrow(/Give a document/);
});

test('one of several operations has to be named', () => {
  const api = buildSchema('type Query { a: Int }');
  const ask = (name?: string) =>
    operationIn('query A { a } query B { a }', { source: 'x', name, api });
  expect(() => ask()).toThrow('--operation is one of those in x: A, B.');
  expect(ask('B').name).toBe('B');
});
