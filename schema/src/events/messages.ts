import type { JsonSchema } from '../json-schema/json-schema.ts';
import type { EventCatalog } from './event-catalog.ts';

/** The heading under which the attributes that all events share are compared. */
export const ENVELOPE = 'envelope';

/** One kind of message: what is written, and what each consumer expects to read. */
export type Message = {
  type: string;
  writes: JsonSchema;
  readers: ReadonlyMap<string, JsonSchema>;
};

/** The messages of a catalogue by type; the envelope is one that every consumer reads alike. */
export function messagesOf({ envelope, events }: EventCatalog): Map<string, Message> {
  const messages = new Map<string, Message>();
  const everybody = new Set<string>();
  for (const [type, { data, consumers }] of Object.entries(events)) {
    const readers = new Map(Object.entries(consumers).map(([name, { reads }]) => [name, reads]));
    for (const name of readers.keys()) everybody.add(name);
    messages.set(type, { type, writes: data, readers });
  }
  if (envelope !== undefined) {
    const readers = new Map([...everybody].map((name) => [name, envelope.reads]));
    messages.set(ENVELOPE, { type: ENVELOPE, writes: envelope.writes, readers });
  }
  return messages;
}
