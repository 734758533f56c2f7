import { z } from 'zod';
import type { Reading } from './catalog.ts';

const Rules = z.array(
  z.object({
    type: z.string(),
    drops: z.array(z.object({ key: z.record(z.string(), z.string()).optional() })),
  }),
);

/** What the router's entity cache reads of events: the fields that name what they make stale. */
export function cacheReadings(rules: string | undefined, source: string): Reading[] {
  return Rules.parse(JSON.parse(rules ?? '[]')).map(({ type, drops }) => {
    const fields = drops.flatMap(({ key }) => Object.values(key ?? {}));
    const reads = z.object(
      Object.fromEntries(fields.map((field) => [field, z.union([z.string(), z.number()])])),
    );
    return { consumer: 'router', source, type, reads };
  });
}
