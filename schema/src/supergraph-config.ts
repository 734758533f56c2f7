import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Config = z.object({
  federation_version: z.string().optional(),
  subgraphs: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_-]*$/, 'use lower-case letters, digits and dashes'),
      z.object({ routing_url: z.url(), schema: z.object({ file: z.string() }) }),
    )
    .refine((subgraphs) => Object.keys(subgraphs).length > 0, 'lists no subgraph'),
});

export type SubgraphSource = { name: string; url: string; file: string; sdl: string };

/** A file that cannot be read or used; the message names it and says why. */
export class SupergraphConfigError extends Error {
  override readonly name = 'SupergraphConfigError';
}

/**
 * The subgraphs that a supergraph.yaml lists, with their schemas; paths are relative to that file.
 * Throws SupergraphConfigError. Source: rover's supergraph configuration file.
 */
export function readSupergraphConfig(file: string): SubgraphSource[] {
  const parsed = Config.safeParse(parse(read(file)));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new SupergraphConfigError(`${file} cannot be used:\n${lines.join('\n')}`);
  }
  return Object.entries(parsed.data.subgraphs).map(([name, { routing_url, schema }]) => {
    const source = path.resolve(path.dirname(file), schema.file);
    return { name, url: routing_url, file: source, sdl: read(source) };
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SupergraphConfigError(`${file} cannot be read.`);
  }
}
