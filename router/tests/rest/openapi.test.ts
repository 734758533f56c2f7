import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildGeneration } from '../../src/generation/generation.ts';
import { preparer } from '../../src/operations/prepare.ts';
import { type BoundRoute, routeBinder } from '../../src/rest/bind-route.ts';
import { readRestManifest } from '../../src/rest/manifest.ts';
import { openApi } from '../../src/rest/openapi/openapi.ts';
import type { TestGraph } from '../graph/start.ts';
import { startRest } from './stage.ts';

const inRouter = (path: string) => new URL(`../../${path}`, import.meta.url).pathname;

type Operation = {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; description?: string; required?: boolean }[];
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what it has just made
  requestBody?: any;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what it has just made
  responses: Record<string, any>;
};
type OpenApi = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

/** Souk's own routes on Souk's own graph. */
function ours(): { document: OpenApi; routes: BoundRoute[] } {
  const manifest = readRestManifest(inRouter('rest'));
  const generation = buildGeneration(readFileSync(inRouter('supergraph.graphql'), 'utf8'), {
    maxPlans: 100,
  });
  const prepare = preparer({
    authorize: ({ authorization }, document, name) => authorization.prepare(document, name),
    estimate: () => null,
  });
  const limits = { maxTokens: 10_000, maxDepth: 20, maxAliases: 100, maxDirectives: 200 };
  const bind = routeBinder({
    prepare,
    statuses: manifest.statuses,
    limits: { ...limits, maxRootFields: 50, maxFields: 5_000 },
  });
  const routes = manifest.routes.map((declared) => bind(generation, declared));
  return { document: openApi(manifest, generation.api, routes, '/rest') as OpenApi, routes };
}

let graph: TestGraph;
beforeAll(async () => {
  graph = await startRest();
});
afterAll(() => graph.close());

const described = async (): Promise<OpenApi> =>
  (await (await fetch(`${graph.router.url}/rest/openapi.json`)).json()) as OpenApi;

/** A schema of the document, ready to validate. */
const compiled = (schema: object, { components }: OpenApi) =>
  new Ajv2020({ strict: false, validateFormats: false }).compile({ ...schema, components });

const problemsOf = async (document: object) => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document) as Record<string, unknown>);
  return result.valid ? [] : result.errors;
};

test("Souk's routes fit its graph and are described in valid OpenAPI 3.1", async () => {
  const { document, routes } = ours();
  expect(await problemsOf(document)).toEqual([]);
  expect(document).toMatchObject({ openapi: '3.1.0' });
  const described = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(described.length).toBe(routes.length);
  expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(routes.length);
});

test('every parameter of ours is described, and every schema compiles', () => {
  const { document } = ours();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const { parameters } of Object.values(operations)) {
      const untold = parameters.filter(({ description }) => !description);
      expect([path, untold]).toEqual([path, []]);
    }
  }
  for (const name of Object.keys(document.components.schemas)) {
    expect(() => compiled({ $ref: `#/components/schemas/${name}` }, document)).not.toThrow();
  }
});

test('an answer without content is described without', async () => {
  const { paths } = await described();
  expect(paths['/gone']?.delete?.responses['204']).not.toHaveProperty('content');
  const { status, headers } = await fetch(`${graph.router.url}/rest/gone`, { method: 'DELETE' });
  expect([status, headers.get('content-type')]).toEqual([204, null]);
});

test('members of a union are answers or problems, each under its status', () => {
  const operation = ours().document.paths['/checkout']?.post;
  const responses = operation?.responses ?? {};
  expect(Object.keys(responses)).toEqual([
    '201',
    '202',
    '400',
    '401',
    '402',
    '409',
    '422',
    'default',
  ]);
  const conflicts = responses['409'].content['application/problem+json'].schema.anyOf;
  expect(JSON.stringify(conflicts)).toMatch(/ItemsOutOfStock.*PricesChanged.*CartIsEmpty/s);
  expect(operation?.security).toEqual([{ bearer: [] }]);
  expect(operation?.parameters).toMatchObject([
    { name: 'Idempotency-Key', in: 'header', required: true },
  ]);
});

test('the description of any graph is valid, and names parameters, bodies and statuses', async () => {
  const document = await described();
  expect(await problemsOf(document)).toEqual([]);
  const list = document.paths['/products']?.get;
  expect(list?.parameters).toMatchObject([
    { name: 'first', in: 'query', schema: { type: 'integer', default: 2 } },
    { name: 'currency', in: 'query', schema: { default: 'KRW' } },
    { name: 'upper', in: 'query', schema: { type: 'boolean' } },
  ]);
  expect(document.paths['/products/{id}']?.get?.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
  ]);
  expect(document.paths['/notes']?.post?.requestBody).toMatchObject({
    required: true,
    content: {
      'application/json': { schema: { required: ['text'], additionalProperties: false } },
    },
  });
});

test('what the routes answer is what the description says', async () => {
  const document = await described();
  for (const [path, at, status] of [
    ['/products', '/products', 200],
    ['/products?first=x', '/products', 400],
    ['/products/p1', '/products/{id}', 200],
    ['/products/p9', '/products/{id}', 404],
    ['/people/me', '/people/me', 200],
    ['/moods', '/moods', 200],
    ['/broken', '/broken', 500],
    ['/nobody', '/nobody', 401],
  ] as const) {
    const response = await fetch(`${graph.router.url}/rest${path}`);
    expect([path, response.status]).toEqual([path, status]);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const responses = document.paths[at]?.get?.responses ?? {};
    const { schema } = (responses[status] ?? responses.default).content[type];
    const validate = compiled(schema, document);
    expect([path, validate(await response.json()), validate.errors]).toEqual([path, true, null]);
    expect([path, validate('a text')]).toEqual([path, false]);
  }
});

test('the description has an entity tag, and is made once for each generation', async () => {
  const first = await fetch(`${graph.router.url}/rest/openapi.json`);
  const tag = first.headers.get('etag') ?? '';
  const again = await fetch(`${graph.router.url}/rest/openapi.json`, {
    headers: { 'if-none-match': tag },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
