import type { GraphQLSchema } from 'graphql';
import type { FittedRoute } from '../bind-route.ts';
import type { RestManifest } from '../manifest.ts';
import { components } from './json-schema.ts';
import { INVALID_REQUEST, PROBLEM } from './problem-schema.ts';
import { requestParts } from './request-parts.ts';
import { responsesOf } from './responses.ts';

/** The OpenAPI 3.1 description of routes that are bound to a schema. */
export function openApi(
  manifest: Pick<RestManifest, 'title' | 'version' | 'description' | 'scalars'>,
  schema: GraphQLSchema,
  routes: readonly FittedRoute[],
  prefix: string,
): object {
  const shared = components(manifest.scalars);
  shared.refer('Problem', PROBLEM, () => PROBLEM);
  shared.refer('InvalidRequest', INVALID_REQUEST, () => INVALID_REQUEST);
  const ids = new Set<string>();
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const { method, path, summary, description, tag, viewer } = route.declared;
    const operations = paths[path] ?? {};
    paths[path] = operations;
    operations[method.toLowerCase()] = {
      operationId: idOf(route, ids),
      summary,
      ...(description !== undefined && { description }),
      ...(tag !== undefined && { tags: [tag] }),
      security: viewer === 'required' ? [{ bearer: [] }] : [{}, { bearer: [] }],
      ...requestParts(schema, route, shared),
      responses: responsesOf(schema, route, shared),
    };
  }
  const tags = new Set(routes.flatMap(({ declared }) => declared.tag ?? []));
  return {
    openapi: '3.1.0',
    info: {
      title: manifest.title,
      version: manifest.version,
      ...(manifest.description !== undefined && { description: manifest.description }),
    },
    servers: [{ url: prefix }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: shared.schemas,
    },
  };
}

/** The operation's name, which programs call functions by; unique. */
function idOf({ definition, declared }: FittedRoute, taken: Set<string>): string {
  const { method, path } = declared;
  const name = definition.name?.value ?? `${method}${path}`.replaceAll(/[^A-Za-z0-9]+/g, '_');
  const plain = name.charAt(0).toLowerCase() + name.slice(1);
  let id = plain;
  for (let count = 2; taken.has(id); count++) id = `${plain}${count}`;
  taken.add(id);
  return id;
}
