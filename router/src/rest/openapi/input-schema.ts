import {
  astFromValue,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  valueFromASTUntyped,
} from 'graphql';
import { type Components, described, type JsonSchema, nullable } from './json-schema.ts';

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer', format: 'int32' },
  Float: { type: 'number', format: 'double' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  ID: { type: 'string' },
};

/** Scalars of no specification of their own that everybody writes alike. */
const CUSTOM: Readonly<Record<string, JsonSchema>> = {
  DateTime: { type: 'string', format: 'date-time' },
  Date: { type: 'string', format: 'date' },
  Time: { type: 'string', format: 'time' },
  UUID: { type: 'string', format: 'uuid' },
  URL: { type: 'string', format: 'uri' },
  EmailAddress: { type: 'string', format: 'email' },
};

const SPECIFIED: Readonly<Record<string, JsonSchema>> = {
  'https://scalars.graphql.org/andimarek/date-time': { type: 'string', format: 'date-time' },
  'https://scalars.graphql.org/andimarek/local-date': { type: 'string', format: 'date' },
};

/** What a scalar is in JSON; anything, where nothing is known of it. */
export function scalarSchema(type: GraphQLScalarType, shared: Components): JsonSchema {
  const builtIn = SCALARS[type.name];
  if (builtIn !== undefined) return builtIn;
  const known =
    shared.scalars[type.name] ?? SPECIFIED[type.specifiedByURL ?? ''] ?? CUSTOM[type.name] ?? {};
  return shared.refer(type.name, type, () => described(known, type.description));
}

/** The schema of an enum, as output and as input. */
export function enumSchema(type: GraphQLNamedType, shared: Components): JsonSchema {
  if (!isEnumType(type)) return {};
  return shared.refer(type.name, type, () => {
    const values = type.getValues();
    const told = values
      .filter((value) => value.description)
      .map(({ name, description }) => `- \`${name}\`: ${description}`);
    const text = [type.description, told.join('\n')].filter(Boolean).join('\n\n');
    return described({ type: 'string', enum: values.map(({ name }) => name) }, text);
  });
}

/** The schema of what a variable or a field of an input takes. */
export function inputSchema(type: GraphQLInputType, shared: Components): JsonSchema {
  if (isNonNullType(type)) return present(type.ofType, shared);
  return nullable(present(type, shared));
}

function present(type: GraphQLInputType, shared: Components): JsonSchema {
  if (isNonNullType(type)) return present(type.ofType, shared);
  if (isListType(type)) return { type: 'array', items: inputSchema(type.ofType, shared) };
  if (isEnumType(type)) return enumSchema(type, shared);
  if (!isInputObjectType(type)) return scalarSchema(type, shared);
  return shared.refer(type.name, type, () => {
    const fields = Object.values(type.getFields());
    const required = fields
      .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
      .map(({ name }) => name);
    const properties = fields.map(({ name, type: of, description, defaultValue }) => {
      const literal = defaultValue === undefined ? null : astFromValue(defaultValue, of);
      const schema = described(inputSchema(of, shared), description);
      return [name, literal ? { ...schema, default: valueFromASTUntyped(literal) } : schema];
    });
    return described(
      {
        type: 'object',
        properties: Object.fromEntries(properties),
        ...(required.length > 0 && { required }),
        additionalProperties: false,
      },
      type.description,
    );
  });
}
