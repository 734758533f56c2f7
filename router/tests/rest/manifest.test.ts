import { expect, test } from 'vitest';
import { buildGeneration } from '../../src/generation/generation.ts';
import { routeBinder } from '../../src/rest/bind-route.ts';
import { readRestManifest } from '../../src/rest/manifest.ts';
import { shop } from '../graph/shop.ts';
import { composed } from '../graph/start.ts';
import { DOCUMENTS, ROUTES, restFolder } from './stage.ts';

test.each([
  ['title: x\nversion: "1"\nroutes:\n  - { method: TRACE }', /line 4, routes\.0\.method: /],
  [ROUTES.replace('path: /who', 'path: who'), /routes\.\d+\.path: a path such as/],
  [ROUTES.replace('/who, document', '/who, dokument'), /Unrecognized key: "dokument"/],
  [ROUTES.replace('path: /who', 'path: /nobody'), /GET \/nobody is declared twice/],
  [ROUTES.replace('who.graphql', 'gone.graphql'), /gone\.graphql cannot be read: ENOENT/],
  ['title: [', /routes\.yaml cannot be used/],
])('a manifest that cannot be used says where and why', (routes, reason) => {
  expect(() => readRestManifest(restFolder(routes))).toThrow(reason);
});

const generation = buildGeneration(composed(shop()), { maxPlans: 10 });
const limits = { maxTokens: 1_000, maxDepth: 20, maxAliases: 100, maxDirectives: 200 };
const bind = routeBinder({
  prepare: (of, { text, ...source }) =>
    ({ generation: of, source, text }) as unknown as ReturnType<
      Parameters<typeof routeBinder>[0]['prepare']
    >,
  statuses: {},
  limits: { ...limits, maxRootFields: 50, maxFields: 50 },
});

test.each([
  [
    'product.graphql',
    'query ($id: ID!) { product(id: $id) { colour } }',
    /Cannot query field "colo/,
  ],
  ['product.graphql', 'query { products { id } }', /the document has no variable \$id/],
  ['product.graphql', 'mutation ($id: String!) { noteB(text: $id) }', /GET needs a query/],
  ['note.graphql', 'query { products { id } }', /POST needs a mutation/],
  ['broken.graphql', 'query { broken viewer { id } }', /`result` must say which/],
  ['who.graphql', 'query { viewer { id } }', /viewer must select __typename/],
  ['me.graphql', 'query { viewer { id } }', /the document selects no viewer\.orders/],
  ['who.graphql', `query { viewer { __typename ${'id '.repeat(60)} } }`, /the limit of 50 fields/],
])('a document that does not fit its route or the schema says why', (name, text, reason) => {
  const manifest = readRestManifest(restFolder(ROUTES, { ...DOCUMENTS, [name]: text }));
  const route = manifest.routes.find(({ document }) => document === name);
  if (route === undefined) throw new Error(name);
  expect(() => bind(generation, route)).toThrow(reason);
});

test('a document takes of the shared fragments what it uses, through others, too', () => {
  const fragments = `fragment Goods on Product { id ...Name }
    fragment Name on Product { title }  fragment Unused on Product { weight }`;
  const routes = ROUTES.replace('routes:', 'fragments: all.graphql\nroutes:');
  const used = 'query Product($id: ID!) { product(id: $id) { ...Goods } }';
  const folder = restFolder(routes, {
    ...DOCUMENTS,
    ...{ 'all.graphql': fragments, 'product.graphql': used },
  });
  const text = readRestManifest(folder).routes.find(({ path }) => path === '/products/{id}')?.text;
  expect(text).toMatch(/fragment Goods[\s\S]*fragment Name/);
  expect(text).not.toMatch(/Unused/);
});
