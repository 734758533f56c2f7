import { STATUS_CODES } from 'node:http';
import {
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { FittedRoute } from '../bind-route.ts';
import type { Components, JsonSchema } from './json-schema.ts';
import { memberTypes, outputSchemas } from './output-schema.ts';

const HEADERS = {
  etag: {
    description: 'Strong, of the body; send it as If-None-Match.',
    schema: { type: 'string' },
  },
  link: { description: 'Further pages: next, prev, first (RFC 8288).', schema: { type: 'string' } },
  location: { description: 'Where to read what was made.', schema: { type: 'string' } },
  'partial-data': {
    description:
      'Only where a part could not be had and is null: JSON Pointers into the body, each with the code of the error.',
    schema: { type: 'string' },
  },
} as const;

const PROBLEM_REF: JsonSchema = { $ref: '#/components/schemas/Problem' };

/** Statuses whose answers are empty (RFC 9110, section 15.3). */
const WITHOUT_CONTENT: ReadonlySet<number> = new Set([204, 205]);

/** Schemas by status. */
type ByStatus = Map<number, JsonSchema[]>;

const put = (map: ByStatus, status: number, body: JsonSchema) =>
  map.set(status, [...(map.get(status) ?? []), body]);

/** Every status that a route has answers for. */
export function responsesOf(
  schema: GraphQLSchema,
  route: FittedRoute,
  shared: Components,
): Record<string, object> {
  const { bodies, problems } = schemasOf(schema, route, shared);
  const responses: Record<string, object> = {};
  for (const [status, schemas] of bodies) {
    responses[status] = {
      description: STATUS_CODES[status] ?? 'As it should be',
      headers: headersOf(route, status),
      ...(!WITHOUT_CONTENT.has(status) && {
        content: { 'application/json': { schema: anyOf(schemas) } },
      }),
    };
  }
  if (route.declared.method === 'GET') {
    responses[304] = { description: 'Unchanged since the entity tag of If-None-Match' };
  }
  for (const [status, schemas] of problems) {
    const description = STATUS_CODES[status] ?? 'Problem';
    // Errors whose codes are in no union can have the same status.
    responses[status] = problemResponse(description, anyOf([...schemas, anyProblem(status)]));
  }
  return { ...responses, default: problemResponse('Anything else', PROBLEM_REF) };
}

const anyProblem = (status: number): JsonSchema =>
  status === 400 ? { $ref: '#/components/schemas/InvalidRequest' } : PROBLEM_REF;

function schemasOf(
  schema: GraphQLSchema,
  route: FittedRoute,
  shared: Components,
): { bodies: ByStatus; problems: ByStatus } {
  const { declared, selected, statuses } = route;
  const output = outputSchemas(schema, route.fragments, shared);
  const sets = selected.field.selectionSet ? [selected.field.selectionSet] : [];
  const named = getNamedType(selected.type);
  const bare = isNonNullType(selected.type) ? selected.type.ofType : selected.type;
  const bodies: ByStatus = new Map();
  const problems: ByStatus = new Map(expected(route).map((status) => [status, []]));
  if (isListType(bare) || !isAbstractType(named)) {
    put(bodies, declared.status, output.of(new GraphQLNonNull(bare), sets));
    return { bodies, problems };
  }
  for (const member of memberTypes(schema, named)) {
    const body = output.object(member, sets);
    const own = Object.hasOwn(statuses, member.name) ? statuses[member.name] : undefined;
    const status = own ?? declared.status;
    if (status < 400) put(bodies, status, body);
    else put(problems, status, problemOf(member, body));
  }
  return { bodies, problems };
}

/** Problems that a route of its kind has, whatever its schema says. */
function expected({ declared, parameters, selected }: FittedRoute): number[] {
  return [
    ...(parameters.length > 0 ? [400] : []),
    ...(declared.viewer === 'required' ? [401] : []),
    ...(isNonNullType(selected.type) ? [] : [404]),
  ];
}

const anyOf = (schemas: readonly JsonSchema[]): JsonSchema => {
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : { anyOf: schemas };
};

const problemResponse = (description: string, schema: JsonSchema) => ({
  description,
  content: { 'application/problem+json': { schema } },
});

function headersOf({ declared, isPaged }: FittedRoute, status: number): object {
  return {
    ...(declared.method === 'GET' && { ETag: HEADERS.etag }),
    ...(isPaged && { Link: HEADERS.link }),
    ...(declared.location !== undefined &&
      status === declared.status && { Location: HEADERS.location }),
    'Partial-Data': HEADERS['partial-data'],
  };
}

/** A member of a union as a problem: its fields are members of it, its message the detail. */
function problemOf(type: GraphQLObjectType, body: JsonSchema): JsonSchema {
  const { __typename: _, message: __, ...properties } = body.properties ?? {};
  const required = body.required?.filter((name) => name in properties) ?? [];
  return {
    ...(type.description && { description: type.description }),
    allOf: [
      PROBLEM_REF,
      {
        type: 'object',
        properties: { ...properties, code: { type: 'string', const: type.name } },
        ...(required.length > 0 && { required }),
      },
    ],
  };
}
