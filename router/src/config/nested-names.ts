import type { Schema } from './settings.ts';

/** `maxInFlight` as router.yaml has it: `max_in_flight`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The schema with the names of router.yaml. Keys that people choose stay. */
export function snakeCased(schema: Schema): Schema {
  const { properties, additionalProperties, items, anyOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [snakeCase(name), snakeCased(inner)]),
      ),
    }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: snakeCased(additionalProperties),
    }),
    ...(items && { items: snakeCased(items) }),
    ...(anyOf && { anyOf: anyOf.map(snakeCased) }),
    ...(Array.isArray(schema.required) && { required: schema.required.map(snakeCase) }),
  };
}

/** A value of router.yaml with the names that zod knows. */
export const camelCased = (value: unknown, schema: Schema): unknown =>
  renamed(value, schema, (properties) => {
    const names = new Map(Object.keys(properties).map((name) => [snakeCase(name), name]));
    return (key) => ({ name: names.get(key), as: names.get(key) ?? key });
  });

/** A value of zod's with the names that router.yaml has. */
export const snakeCasedValue = (value: unknown, schema: Schema): unknown =>
  renamed(value, schema, (properties) => (key) => {
    const isKnown = Object.hasOwn(properties, key);
    return { name: isKnown ? key : undefined, as: isKnown ? snakeCase(key) : key };
  });

type Renaming = (
  properties: Readonly<Record<string, Schema>>,
) => (key: string) => { name: string | undefined; as: string };

function renamed(value: unknown, schema: Schema, renaming: Renaming): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => renamed(item, schema.items ?? {}, renaming));
  }
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, additionalProperties } = schema;
  const others = typeof additionalProperties === 'object' ? additionalProperties : {};
  const rename = renaming(properties);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const { name, as } = rename(key);
      const of = name === undefined ? others : (properties[name] ?? {});
      return [as, renamed(inner, of, renaming)];
    }),
  );
}
