import { z } from 'zod';

/** JSON Schema of a value, as zod writes it. */
export type Schema = {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  [keyword: string]: unknown;
};

/** One key of the configuration: a variable of the environment, and a place in router.yaml. */
export type Setting = {
  readonly env: string;
  readonly path: string;
  readonly description: string;
  /** Of its value in router.yaml. Names in it are as zod has them. */
  readonly schema: Schema;
  /** Lists and maps in router.yaml; in the environment JSON, or text with commas between. */
  readonly form: 'scalar' | 'list' | 'json';
  /** A shorter variable for a place that another setting has: not in router.yaml by itself. */
  readonly isShorthand: boolean;
  /** Not to be printed. */
  readonly isSecret: boolean;
};

/**
 * What a key's `.meta()` says. `list`: its text is a list with commas between. `json`: the schema of
 * what its text is JSON of. `default`: what holds without it, where zod does not know.
 */
export type SettingMeta = {
  readonly path: string;
  readonly description: string;
  readonly list?: boolean;
  readonly json?: z.ZodType;
  readonly default?: unknown;
  readonly shorthand?: boolean;
  readonly secret?: boolean;
};

const SECRET = /SECRET|PASSWORD/;

/** The settings behind zod's keys. Throws for a key that has no path or no description. */
export const settingsOf = (shape: Readonly<Record<string, z.ZodType>>): readonly Setting[] =>
  Object.entries(shape).map(([env, type]) => {
    const meta = type.meta() as SettingMeta | undefined;
    if (!meta?.path || !meta.description) {
      throw new Error(`${env} has no .meta({ path, description }).`);
    }
    const { path, description, list = false, json } = meta;
    return {
      env,
      path,
      description,
      schema: schemaOf(type, meta),
      form: json !== undefined ? 'json' : list ? 'list' : 'scalar',
      isShorthand: meta.shorthand === true,
      isSecret: meta.secret === true || SECRET.test(env),
    };
  });

function schemaOf(type: z.ZodType, meta: SettingMeta): Schema {
  const { description, list = false, json } = meta;
  const given = json ?? type;
  const output = bare(given, 'output');
  // Text becomes yes or no in zod only; in YAML it is that.
  const schema = output.type === 'boolean' ? output : bare(given, 'input');
  const byDefault = 'default' in meta ? { default: meta.default } : {};
  if (!list) return { description, ...schema, ...byDefault };
  const { default: text, type: _, ...rest } = schema;
  return {
    description,
    anyOf: [
      { type: 'string', ...rest },
      { type: 'array', items: { type: ['string', 'number'] } as unknown as Schema },
    ],
    ...(text !== undefined && { default: text }),
    ...byDefault,
  };
}

function bare(type: z.ZodType, io: 'input' | 'output'): Schema {
  const schema = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
  const { $schema, path, list, json, shorthand, secret, ...rest } = schema;
  if (rest.maximum === Number.MAX_SAFE_INTEGER) delete rest.maximum;
  return rest;
}
