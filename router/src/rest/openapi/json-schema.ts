/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
};

/** The same or null. */
export function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string') {
    return {
      ...schema,
      type: [schema.type, 'null'],
      ...(schema.enum && { enum: [...schema.enum, null] }),
    };
  }
  // A schema that takes anything takes null.
  if (Object.keys(schema).every((key) => key === 'description')) return schema;
  return { anyOf: [schema, { type: 'null' }] };
}

/** The same, described in another place than where it is defined. */
export const described = (
  schema: JsonSchema,
  description: string | null | undefined,
): JsonSchema => (description ? { ...schema, description } : schema);

/** Schemas that are shared, by the names by which they are referred to. */
export type Components = {
  /** Of custom scalars, as the manifest says. */
  readonly scalars: Readonly<Record<string, JsonSchema>>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /**
   * A reference to a schema under that name, or under that name and a number where another schema has
   * taken it. `make` may refer to the name itself: it is taken before it is made.
   */
  refer: (name: string, identity: unknown, make: () => JsonSchema) => JsonSchema;
};

export function components(scalars: Readonly<Record<string, JsonSchema>>): Components {
  const schemas: Record<string, JsonSchema> = {};
  const names = new Map<unknown, string>();
  const refer: Components['refer'] = (name, identity, make) => {
    let taken = names.get(identity);
    if (taken === undefined) {
      taken = name;
      for (let count = 2; Object.hasOwn(schemas, taken); count++) taken = `${name}${count}`;
      names.set(identity, taken);
      schemas[taken] = {};
      schemas[taken] = make();
    }
    return { $ref: `#/components/schemas/${taken}` };
  };
  return { scalars, schemas, refer };
}
