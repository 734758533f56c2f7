import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { Emitted, EventSchema, Reading } from './catalog.ts';

/** What `on` of the platform's consumer makes. */
type Reaction = { type: string; schema: EventSchema };

const EVENTS = 'contracts/src/events/*.ts';
const ENVELOPE = 'contracts/src/envelope.ts';
const REACTIONS = 'subgraphs/*/src/bus/in.ts';

const filesOf = (root: string, pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();

const load = async (root: string, file: string): Promise<Record<string, unknown>> =>
  await import(pathToFileURL(path.join(root, file)).href);

export async function envelopeInCode(root: string) {
  const { Envelope } = await load(root, ENVELOPE);
  return { schema: Envelope as z.ZodObject, source: ENVELOPE };
}

/** Every event that the contracts define. */
export async function emittedInCode(root: string): Promise<Emitted[]> {
  const all: Emitted[] = [];
  for (const source of filesOf(root, EVENTS)) {
    for (const [name, schema] of Object.entries(await load(root, source))) {
      if (isEvent(schema)) all.push({ emitter: emitterOf(schema), name, source, schema });
    }
  }
  return all;
}

const isEvent = (value: unknown): value is EventSchema =>
  typeof (value as EventSchema | undefined)?.shape?.type?.value === 'string';

/** `souk.<service>.<fact>.v<n>`. */
const emitterOf = ({ shape }: EventSchema): string => shape.type.value.split('.')[1] ?? '';

/**
 * What each service reads of which event, as its own code says: its reactions are made, none is run.
 * Throws an Error for a bus/in.ts that exports no function whose name ends in `reactions`.
 */
export async function readingsInCode(root: string): Promise<Reading[]> {
  const all: Reading[] = [];
  for (const source of filesOf(root, REACTIONS)) {
    const exported = Object.entries(await load(root, source));
    const make = exported.find(([name]) => /reactions$/i.test(name))?.[1];
    if (typeof make !== 'function') throw new Error(`${source} exports no reactions.`);
    const consumer = source.split('/')[1] ?? '';
    for (const { type, schema } of make({}, () => new Date(0)) as Reaction[]) {
      all.push({ consumer, source, type, reads: schema.shape.data });
    }
  }
  return all;
}
