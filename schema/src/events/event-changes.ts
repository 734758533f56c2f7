import type { JsonSchema } from '../json-schema/json-schema.ts';
import type { Mismatch, MismatchKind } from '../json-schema/mismatch.ts';
import { mismatches } from '../json-schema/mismatches.ts';
import type { Message } from './messages.ts';

/**
 * Who would stumble: consumers that run now over new events (`running`), new consumers over events
 * that still wait in queues and stores (`waiting`), or new consumers over new events (`new`).
 */
export type Direction = 'running' | 'waiting' | 'new';

/** One thing that consumers cannot read, with all of them. `fresh`: none read this event before. */
export type Unreadable = {
  direction: Direction;
  type: string;
  path: string;
  kind: MismatchKind;
  detail: string;
  consumers: readonly string[];
  isFirstReading: boolean;
};

const compared = (writes: JsonSchema, reads: JsonSchema): Mismatch[] =>
  mismatches({ schema: writes, root: writes }, { schema: reads, root: reads });

const keyOf = ({ path, kind, detail }: Mismatch): string => JSON.stringify([path, kind, detail]);

/** What a change of one event makes unreadable, in all directions; what was so before is left out. */
export function unreadable(base: Message, head: Message): Unreadable[] {
  const found = new Map<string, Unreadable & { consumers: string[] }>();
  const note = (direction: Direction, consumer: string, each: Mismatch) => {
    const key = `${direction} ${keyOf(each)}`;
    const isFirstReading = !base.readers.has(consumer);
    const known = found.get(key);
    if (known === undefined) {
      const { path, kind, detail } = each;
      found.set(key, {
        ...{ direction, type: head.type, path, kind, detail, isFirstReading },
        consumers: [consumer],
      });
    } else {
      known.consumers.push(consumer);
      known.isFirstReading &&= isFirstReading;
    }
  };
  for (const consumer of new Set([...base.readers.keys(), ...head.readers.keys()])) {
    const [before, after] = [base.readers.get(consumer), head.readers.get(consumer)];
    const told = new Set(before ? compared(base.writes, before).map(keyOf) : []);
    const tell = (direction: Direction, all: Mismatch[]) => {
      for (const each of all) {
        if (told.has(keyOf(each))) continue;
        told.add(keyOf(each));
        note(direction, consumer, each);
      }
    };
    if (before !== undefined) tell('running', compared(head.writes, before));
    if (after === undefined) continue;
    tell('waiting', compared(base.writes, after));
    tell('new', compared(head.writes, after));
  }
  return [...found.values()];
}
