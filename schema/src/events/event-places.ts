import type { Place } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { EventCatalog } from './event-catalog.ts';
import { firstOf, inCatalog, inSource, type Lines } from './field-places.ts';
import { ENVELOPE } from './messages.ts';

/** Where events are defined and read: in source files as far as the catalogue names them, else there. */
export type EventPlaces = {
  /** The field's line within the event's definition, else the event's; null where neither is found. */
  ofField: (type: string, path: string) => Place | null;
  /** Null where the catalogue does not say what the event is called in code. */
  ofConsumer: (type: string, consumer: string) => Place | null;
};

export function eventPlaces(tree: FileTree, file: string, catalog: EventCatalog): EventPlaces {
  const known = new Map<string, Lines>();
  const linesOf = (source: string): Lines => {
    const lines = known.get(source) ?? {
      file: source,
      lines: (tree.read(source) ?? '').split('\n'),
    };
    known.set(source, lines);
    return lines;
  };
  return {
    ofField: (type, path) => {
      const source = type === ENVELOPE ? catalog.envelope?.source : catalog.events[type]?.source;
      const place = source === undefined ? null : inSource(linesOf(source), type, path);
      return place ?? inCatalog(linesOf(file), type, path);
    },
    ofConsumer: (type, consumer) => {
      const event = catalog.events[type];
      const source = event?.consumers[consumer]?.source;
      if (source === undefined || event?.name === undefined) return null;
      return firstOf(linesOf(source), [`${event.name}.extend`, `${event.name}.`, event.name]);
    },
  };
}
