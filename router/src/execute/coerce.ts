import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';

export type Coerced =
  | { readonly coerced: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly GraphQLError[] };

/** Coerces a request's variables (GraphQL specification 6.1.2). Errors are BAD_USER_INPUT. */
export type CoerceVariables = (variables: Readonly<Record<string, unknown>>) => Coerced;

/** Whether a value is of a type and coerces to itself. A no only says: ask graphql-js. */
type Check = (value: unknown) => boolean;

const no: Check = () => false;
const MAX_ERRORS = 50;

/** Compiles the check of common types; what it does not understand is left to graphql-js. */
export function variableCoercer(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): CoerceVariables {
  const general: CoerceVariables = (variables) => {
    const { coerced, errors } = getVariableValues(schema, definitions, variables, {
      maxErrors: MAX_ERRORS,
    });
    if (errors === undefined) return { coerced };
    for (const error of errors) error.extensions.code = 'BAD_USER_INPUT';
    return { errors };
  };
  if (definitions.length === 0) {
    const none = { coerced: {} };
    return () => none;
  }
  const checks = checker();
  const known = definitions.map((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    const { defaultValue } = definition;
    return {
      name: definition.variable.name.value,
      check: type === undefined ? no : checks(type),
      mustBeGiven: type === undefined || isNonNullType(type),
      fallback: defaultValue && type ? valueFromAST(defaultValue, type) : undefined,
    };
  });
  if (known.some(({ name }) => name === '__proto__')) return general;
  return (variables) => {
    const coerced: Record<string, unknown> = {};
    for (const { name, check, mustBeGiven, fallback } of known) {
      if (!Object.hasOwn(variables, name)) {
        if (fallback !== undefined) coerced[name] = fallback;
        else if (mustBeGiven) return general(variables);
        continue;
      }
      const value = variables[name];
      if (!check(value)) return general(variables);
      coerced[name] = value;
    }
    return { coerced };
  };
}

function checker(): (type: GraphQLInputType) => Check {
  const made = new Map<GraphQLInputType, Check>();
  const check = (type: GraphQLInputType): Check => {
    const known = made.get(type);
    if (known !== undefined) return known;
    // Input objects may contain themselves.
    let real: Check = no;
    made.set(type, (value) => real(value));
    real = make(type);
    made.set(type, real);
    return real;
  };
  const make = (type: GraphQLInputType): Check => {
    if (isNonNullType(type)) {
      const inner = check(type.ofType);
      return (value) => value !== null && inner(value);
    }
    if (isListType(type)) {
      const item = check(type.ofType);
      return (value) => value === null || (Array.isArray(value) && value.every(item));
    }
    if (isInputObjectType(type)) return inputObject(type);
    if (isEnumType(type)) {
      const names = new Set<unknown>(type.getValues().map(({ name }) => name));
      return (value) => value === null || names.has(value);
    }
    return isSpecifiedScalarType(type) ? (SCALARS[type.name] ?? no) : no;
  };
  const inputObject = (type: Parameters<typeof isInputObjectType>[0] & object): Check => {
    if (!isInputObjectType(type) || type.isOneOf) return no;
    const fields = Object.values(type.getFields());
    const known = new Map(fields.map((field) => [field.name, check(field.type)]));
    const asked = fields.filter((f) => isNonNullType(f.type) || f.defaultValue !== undefined);
    return (value) => {
      if (value === null) return true;
      if (typeof value !== 'object' || Array.isArray(value)) return false;
      const object = value as Record<string, unknown>;
      for (const { name } of asked) if (!Object.hasOwn(object, name)) return false;
      for (const key of Object.keys(object)) {
        if (known.get(key)?.(object[key]) !== true) return false;
      }
      return true;
    };
  };
  return check;
}

const SCALARS: Readonly<Record<string, Check>> = {
  String: (value) => value === null || typeof value === 'string',
  ID: (value) => value === null || typeof value === 'string',
  Boolean: (value) => value === null || typeof value === 'boolean',
  Int: (value) => value === null || (typeof value === 'number' && (value | 0) === value),
  Float: (value) => value === null || Number.isFinite(value),
};
