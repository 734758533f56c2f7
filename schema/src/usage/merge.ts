import type { UsageFile, UsedOperation } from '@souk/router/usage/usage-file';

const MAX_VERSIONS = 5;

/**
 * The committed record with what the routers counted. Their files count from when they began, so what
 * several of them saw is added up, and what is in the record already is not added again: the larger
 * number stays. Importing the same files twice changes nothing.
 */
export function mergeUsage(record: UsageFile | null, sources: readonly UsageFile[]): UsageFile {
  const counted = joined(
    sources.flatMap(({ operations }) => operations),
    (a, b) => a + b,
  );
  const all = [record?.operations ?? [], [...counted.values()]].flat();
  return {
    ...{ format: 'souk-usage', version: 1 },
    recordedUntil: latest([record, ...sources].flatMap((file) => file?.recordedUntil ?? [])),
    operations: [...joined(all, Math.max).values()],
  };
}

/** What is left of a record. `since`: the first day that counts; `max`: the most requested stay. */
export function pruneUsage(
  record: UsageFile,
  { since, max }: { since: string | null; max: number | null },
): UsageFile {
  const recent = record.operations.filter(({ lastSeen }) => since === null || lastSeen >= since);
  const byRequests = [...recent].sort((a, b) => b.requests - a.requests);
  return { ...record, operations: byRequests.slice(0, max ?? byRequests.length) };
}

function joined(
  operations: readonly UsedOperation[],
  requests: (a: number, b: number) => number,
): Map<string, UsedOperation> {
  const known = new Map<string, UsedOperation>();
  for (const each of operations) {
    const key = JSON.stringify([each.client, each.name, each.document]);
    const other = known.get(key);
    known.set(key, other === undefined ? each : both(other, each, requests));
  }
  return known;
}

const both = (
  a: UsedOperation,
  b: UsedOperation,
  requests: (a: number, b: number) => number,
): UsedOperation => ({
  ...a,
  versions: [...new Set([...a.versions, ...b.versions])].slice(-MAX_VERSIONS),
  requests: requests(a.requests, b.requests),
  firstSeen: a.firstSeen < b.firstSeen ? a.firstSeen : b.firstSeen,
  lastSeen: latest([a.lastSeen, b.lastSeen]),
});

const latest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b));
