import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Apollo's persisted query manifest, version 1. What else an entry carries is not read. */
const ApolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

/** The map of ids to texts that Relay's compiler and GraphQL Code Generator write. */
const PlainManifest = z.record(z.string().min(1), z.string().min(1));

/** Documents by their id. */
export type Manifest = ReadonlyMap<string, string>;

/** Reads a manifest's text in either format. Throws an Error that says what is wrong with it. */
export function parseManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'format' in value) {
    const { operations } = ApolloManifest.parse(value);
    const byId = new Map(operations.map(({ id, body }) => [id, body]));
    if (byId.size < operations.length) throw new Error('two operations have the same id');
    return byId;
  }
  return new Map(Object.entries(PlainManifest.parse(value)));
}

/** Reads a manifest file. Throws an Error that names the file and what is wrong with it. */
export function readManifest(file: string): Manifest {
  try {
    return parseManifest(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`The trusted documents in ${file} cannot be used: ${reason}`);
  }
}
