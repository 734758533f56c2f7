import { branches } from '../json-schema/branches.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { below } from '../json-schema/mismatch.ts';

/** Deeper fields than this are not told of: a schema can hold itself. */
const MAX_DEPTH = 12;

/** The path of every field of a message: `lines`, `lines[].sku`. */
export function fieldPaths(schema: JsonSchema, root: unknown = schema, depth = 0): Set<string> {
  const paths = new Set<string>();
  if (depth > MAX_DEPTH) return paths;
  for (const { properties, items } of branches({ schema, root })) {
    for (const [name, property] of Object.entries(properties ?? {})) {
      paths.add(name);
      for (const path of fieldPaths(property, root, depth + 1)) paths.add(below(name, path));
    }
    if (typeof items !== 'object') continue;
    for (const path of fieldPaths(items, root, depth + 1)) paths.add(below('[]', path));
  }
  return paths;
}
