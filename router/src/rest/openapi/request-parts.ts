import type { GraphQLSchema } from 'graphql';
import type { FittedRoute } from '../bind-route.ts';
import type { Parameter } from '../parameters.ts';
import { describeVariables } from './describe-variables.ts';
import { inputSchema } from './input-schema.ts';
import { type Components, described, type JsonSchema } from './json-schema.ts';

/** A parameter object and a request body object of OpenAPI. */
export type RequestParts = {
  readonly parameters: readonly object[];
  readonly requestBody?: object;
};

/** How a route's variables are sent. */
export function requestParts(
  schema: GraphQLSchema,
  route: FittedRoute,
  shared: Components,
): RequestParts {
  const descriptions = describeVariables(schema, route.document);
  const schemaOf = ({ type, byDefault }: Parameter): JsonSchema => {
    const of = inputSchema(type, shared);
    return byDefault === undefined ? of : { ...of, default: byDefault.value };
  };
  const parameters = route.parameters
    .filter((each) => each.in !== 'body')
    .map((each) => ({
      name: each.name,
      in: each.in,
      ...(descriptions.has(each.variable) && { description: descriptions.get(each.variable) }),
      ...((each.isRequired || each.in === 'path') && { required: true }),
      schema: withoutNull(schemaOf(each)),
    }));
  const inBody = route.parameters.filter((each) => each.in === 'body');
  const [whole] = inBody;
  if (whole === undefined) return { parameters };
  const body =
    whole.name === ''
      ? schemaOf(whole)
      : {
          type: 'object',
          properties: Object.fromEntries(
            inBody.map((each) => [
              each.name,
              described(schemaOf(each), descriptions.get(each.variable)),
            ]),
          ),
          ...(inBody.some(({ isRequired }) => isRequired) && {
            required: inBody.flatMap(({ isRequired, name }) => (isRequired ? name : [])),
          }),
          additionalProperties: false,
        };
  return {
    parameters,
    requestBody: {
      required: inBody.some(({ isRequired }) => isRequired),
      content: { 'application/json': { schema: body } },
    },
  };
}

/** Text has no null: such a parameter is left out. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const { anyOf, type, enum: values, ...rest } = schema;
  if (anyOf !== undefined) {
    const [only, ...more] = anyOf.filter((each) => each.type !== 'null');
    return only !== undefined && more.length === 0 ? { ...only, ...rest } : schema;
  }
  const single = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  return {
    ...rest,
    ...(single !== undefined && { type: single }),
    ...(values && { enum: values.filter((value) => value !== null) }),
  };
}
