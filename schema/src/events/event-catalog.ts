import { z } from 'zod';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import type { FileTree } from '../source/file-tree.ts';

const Schema = z.custom<JsonSchema>(
  (value) => typeof value === 'object' && value !== null,
  'a JSON Schema',
);

const Event = z.object({
  /** The service that publishes it. */
  emitter: z.string().min(1),
  /** What code calls it: by this it is found in the source files. */
  name: z.string().optional(),
  /** Where it is defined. */
  source: z.string().optional(),
  /** What is published. */
  data: Schema,
  /** Who reads it: for each the part that it reads, as it expects it. */
  consumers: z
    .record(z.string(), z.object({ source: z.string().optional(), reads: Schema }))
    .default({}),
});

const EventCatalog = z.object({
  /** The attributes around the data of every event. */
  envelope: z.object({ writes: Schema, reads: Schema, source: z.string().optional() }).optional(),
  events: z.record(z.string(), Event),
});

/** All events of a system by their types, each with its schema and with what its consumers read. */
export type EventCatalog = z.output<typeof EventCatalog>;

/** Null where there is no such file. Throws an Error that says why it cannot be used. */
export function readEventCatalog(tree: FileTree, file: string): EventCatalog | null {
  const text = tree.read(file);
  if (text === null) return null;
  const parsed = EventCatalog.safeParse(fromJson(text));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(lines.join('; '));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`it is no JSON: ${(error as Error).message}`);
  }
}
