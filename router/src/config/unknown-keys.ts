import { closestMatch } from 'leven';
import type { Schema } from './settings.ts';

export type UnknownKey = { readonly path: readonly string[]; readonly message: string };

/** Every key that a schema does not know, with the one that was probably meant. */
export function unknownKeys(
  value: unknown,
  schema: Schema,
  path: readonly string[] = [],
): UnknownKey[] {
  if (Array.isArray(value)) {
    const of = schema.items ?? {};
    return value.flatMap((item, i) => unknownKeys(item, of, [...path, String(i)]));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, additionalProperties } = schema;
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known !== undefined) return unknownKeys(inner, known, [...path, key]);
    if (additionalProperties !== false) {
      const of = typeof additionalProperties === 'object' ? additionalProperties : {};
      return unknownKeys(inner, of, [...path, key]);
    }
    return [{ path: [...path, key], message: `not a key${meant(key, Object.keys(properties))}` }];
  });
}

/** The nearest of some names, as the end of a sentence; empty if none is near. */
export function meant(given: string, names: readonly string[]): string {
  const maxDistance = Math.max(2, Math.floor(given.length / 3));
  const nearest = closestMatch(given, [...names], { maxDistance });
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}
