import { z } from 'zod';

/** An event's schema in code: a zod object, its `type` a literal. */
export type EventSchema = z.ZodObject<{ type: z.ZodLiteral<string>; data: z.ZodType }>;

export type Emitted = { emitter: string; name: string; source: string; schema: EventSchema };
export type Reading = { consumer: string; source: string; type: string; reads: z.ZodType };

/**
 * The text of the catalogue of all events: what is published, and of each what its consumers read.
 * Throws an Error where something is read that nobody publishes.
 */
export function catalogText(
  envelope: { schema: z.ZodObject; source: string },
  emitted: readonly Emitted[],
  readings: readonly Reading[],
): string {
  const known = new Set(emitted.map(({ schema }) => schema.shape.type.value));
  for (const { consumer, type } of readings) {
    if (!known.has(type)) throw new Error(`${consumer} reads ${type}, which nobody publishes.`);
  }
  const around = envelope.schema.omit({ data: true });
  const events = emitted.map(({ emitter, name, source, schema }) => {
    const type = schema.shape.type.value;
    const consumers = readings
      .filter((reading) => reading.type === type)
      .map(({ consumer, source: from, reads }) => [consumer, { source: from, reads: read(reads) }]);
    return [
      type,
      {
        ...{ emitter, name, source, data: written(schema.shape.data) },
        consumers: Object.fromEntries(sorted(consumers as [string, object][])),
      },
    ] as [string, object];
  });
  const catalog = {
    $comment: 'Written by npm run generate, from the schemas in the code.',
    envelope: { source: envelope.source, writes: written(around), reads: read(around) },
    events: Object.fromEntries(sorted(events)),
  };
  return `${JSON.stringify(catalog, null, 2)}\n`;
}

const sorted = (entries: readonly [string, object][]) =>
  entries.toSorted(([a], [b]) => (a < b ? -1 : 1));

const written = (schema: z.ZodType): object => jsonSchema(schema, 'output');
const read = (schema: z.ZodType): object => jsonSchema(schema, 'input');

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    ...{ io, unrepresentable: 'any' },
    override: withoutPattern,
  });
  return rest;
}

/** A format says it all; the pattern that zod adds is of one release of zod. */
function withoutPattern({ jsonSchema }: { jsonSchema: { format?: unknown; pattern?: unknown } }) {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
