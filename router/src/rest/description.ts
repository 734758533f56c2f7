import type { Generation } from '../generation/generation.ts';
import type { Generations } from '../generation/generations.ts';
import { openApi } from './openapi/openapi.ts';
import { entityTag } from './response-fields.ts';
import type { RouteTable } from './route-table.ts';

/** An OpenAPI description as it is sent. */
export type Description = { readonly text: string; readonly etag: string };

/** Describes the routes of the generation that serves; once for each, when somebody asks. */
export function describer(
  table: RouteTable,
  supergraph: Generations,
  prefix: string,
): () => Description {
  const made = new WeakMap<Generation, Description>();
  return () => {
    const generation = supergraph.current();
    let description = made.get(generation);
    if (description === undefined) {
      const document = openApi(table.manifest, generation.api, table.all(generation), prefix);
      const text = JSON.stringify(document);
      description = { text, etag: entityTag(text) };
      made.set(generation, description);
    }
    return description;
  };
}
