import type { Checker, Comparison } from '../check/checker.ts';
import type { Affected, Finding, Place } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import { type EventCatalog, readEventCatalog } from './event-catalog.ts';
import { type EventFinding, eventFindings } from './event-findings.ts';
import { type EventPlaces, eventPlaces } from './event-places.ts';
import { messagesOf } from './messages.ts';

/** Compares the events of both sides, so that neither running nor new consumers stumble. */
export const events: Checker = {
  heading: 'events',
  needsComposition: false,
  check: ({ base, head, config, configBefore }: Comparison): Finding[] => {
    const file = config.events?.file;
    if (file === undefined) return [];
    const former = configBefore?.events?.file ?? file;
    const [before, after] = [read(base.tree, former), read(head.tree, file)];
    if ('finding' in after) return [after.finding];
    // A repository that begins to keep a catalogue has nothing to compare it with.
    if ('finding' in before) return [];
    const now = eventPlaces(head.tree, file, after.catalog);
    const then = eventPlaces(base.tree, former, before.catalog);
    return eventFindings(messagesOf(before.catalog), messagesOf(after.catalog)).map((each) =>
      placed(each, now, then),
    );
  },
};

type Read = { catalog: EventCatalog } | { finding: Finding };

function read(tree: FileTree, file: string): Read {
  const refused = (reason: string): Read => ({
    finding: {
      ...{ check: 'events', rule: 'EVENTS_UNREADABLE', level: 'error', severity: 'invalid' },
      ...{ coordinate: file, message: `The events cannot be compared: ${reason}` },
      place: { file, line: 1 },
    },
  });
  try {
    const catalog = readEventCatalog(tree, file);
    return catalog === null ? refused(`${file} is not in ${tree.name}.`) : { catalog };
  } catch (error) {
    return refused(`${file}: ${(error as Error).message}`);
  }
}

function placed(finding: EventFinding, now: EventPlaces, then: EventPlaces): Finding {
  const { type, path, consumers, ...rest } = finding;
  const place = now.ofField(type, path) ?? inBase(then.ofField(type, path));
  const affected = consumers.map((client): Affected => {
    const read = now.ofConsumer(type, client) ?? inBase(then.ofConsumer(type, client));
    return { client, name: type, ...(read && { place: read }) };
  });
  return {
    ...rest,
    ...(place && { place }),
    ...(affected.length > 0 && { affected }),
  };
}

const inBase = (place: Place | null): Place | null => place && { ...place, in: 'base' };
