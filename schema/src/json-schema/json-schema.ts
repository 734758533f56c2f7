/** The part of JSON Schema (draft 2020-12) that says which values fit; words about them are let pass. */
export type JsonSchema = {
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** A schema and the document that its `$ref`s point into. */
export type Rooted = { schema: JsonSchema; root: unknown };

/** What a `$ref` within the document (`#/$defs/Money`) points at. Anything, where it points nowhere. */
export function resolved(ref: string, root: unknown): JsonSchema {
  let found: unknown = root;
  for (const part of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    found =
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[name]
        : undefined;
  }
  return typeof found === 'object' && found !== null ? (found as JsonSchema) : {};
}
