import type { UsageFile, UsedOperation } from '@souk/router/usage/usage-file';
import type { SchemaConfig } from '../config/schema-config.ts';
import type { Finding } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import { operationsIn } from './documents.ts';
import type { KnownOperations } from './operation.ts';
import { readUsage } from './read-usage.ts';

const DAY_MS = 86_400_000;

/** What the committed record of traffic says of the window. Throws Misuse for a file out of shape. */
export function recordedOperations(
  tree: FileTree,
  { usage }: SchemaConfig,
  now: Date,
): KnownOperations {
  if (usage === undefined) return { operations: [], usage: 'not-configured', findings: [] };
  const { file, window_days, stale_after_days } = usage;
  const text = tree.read(file);
  if (text === null) {
    const why = `${file} is not there, so no removal can be called unused; see usage import`;
    return { operations: [], usage: 'missing', findings: [silence('USAGE_MISSING', file, why)] };
  }
  const recorded = readUsage(file, text);
  if (recorded.operations.length === 0) {
    const why = `${file} has no operation, so no removal can be called unused; see usage import`;
    return { operations: [], usage: 'missing', findings: [silence('USAGE_MISSING', file, why)] };
  }
  const since = new Date(now.getTime() - window_days * DAY_MS);
  const operations = recorded.operations
    .filter(({ lastSeen }) => new Date(lastSeen) >= since)
    .flatMap((each) => operationOf(each, file));
  const ageDays = ageOf(recorded, now);
  // A router's clock may be a little ahead, in a time zone of its own.
  const isAhead = ageDays < -1;
  if (ageDays <= stale_after_days && !isAhead) return { operations, usage: 'fresh', findings: [] };
  const age = isAhead
    ? `of ${recorded.recordedUntil}, which is yet to come`
    : `${ageDays} days old (stale after ${stale_after_days})`;
  const why = `the last records in ${file} are ${age}, so no removal can be called unused`;
  return { operations, usage: 'stale', findings: [silence('USAGE_STALE', file, why)] };
}

const ageOf = ({ recordedUntil }: UsageFile, now: Date): number =>
  Math.floor((now.getTime() - new Date(recordedUntil).getTime()) / DAY_MS);

const operationOf = ({ client, name, requests, lastSeen, document }: UsedOperation, file: string) =>
  operationsIn(client, [{ file, text: document }]).operations.map(({ place: _, ...operation }) => ({
    ...operation,
    ...(name !== null && { name }),
    recorded: { count: requests, lastSeen: new Date(lastSeen) },
  }));

const silence = (rule: string, file: string, message: string): Finding => ({
  ...{ check: 'usage', rule, level: 'warning', severity: 'dangerous' },
  ...{ coordinate: file, message },
});
