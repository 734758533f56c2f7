import type { MismatchKind } from '../json-schema/mismatch.ts';
import type { Finding } from '../report/finding.ts';
import { type Direction, type Unreadable, unreadable } from './event-changes.ts';
import { fieldPaths } from './field-paths.ts';
import type { Message } from './messages.ts';

/** A finding before it is known where its subject stands. */
export type EventFinding = Omit<Finding, 'place' | 'affected'> & {
  type: string;
  path: string;
  consumers: readonly string[];
};

/** What happened to a field that was readable. */
const CHANGED: Record<MismatchKind, string> = {
  missing: 'REMOVED',
  optional: 'OPTIONAL',
  nullable: 'NULLABLE',
  type: 'TYPE_CHANGED',
  values: 'VALUES_ADDED',
  limits: 'LIMITS_WIDENED',
  member: 'MEMBER_ADDED',
  unexpected: 'UNEXPECTED',
};

/** Kinds that can happen to a field in more than one way. */
const OPEN: ReadonlySet<MismatchKind> = new Set(['type', 'values', 'limits', 'member']);

/** How a field is not what somebody begins to read. */
const UNFIT: Record<MismatchKind, string> = {
  missing: 'MISSING',
  optional: 'OPTIONAL',
  nullable: 'NULLABLE',
  type: 'TYPE',
  values: 'VALUES',
  limits: 'LIMITS',
  member: 'MEMBER',
  unexpected: 'UNEXPECTED',
};

const RULE: Record<Direction, (kind: MismatchKind) => string> = {
  running: (kind) => `EVENT_FIELD_${CHANGED[kind]}`,
  waiting: (kind) => `WAITING_EVENT_FIELD_${UNFIT[kind]}`,
  new: (kind) => `NEW_EVENT_FIELD_${UNFIT[kind]}`,
};

const WHO: Record<Direction, string> = {
  running: 'in new events; consumers that run now refuse them',
  waiting: 'in events that are already published; the new consumers refuse those',
  new: 'in new events; the new consumers refuse them',
};

export const coordinateOf = (type: string, path: string): string =>
  path === '' ? type : `${type}#${path}`;

/** What happened to the events between two states; what nobody could stumble over is told as safe. */
export function eventFindings(
  base: ReadonlyMap<string, Message>,
  head: ReadonlyMap<string, Message>,
): EventFinding[] {
  const all = new Set([...base.keys(), ...head.keys()]);
  return [...all].flatMap((type) => {
    const [before, after] = [base.get(type), head.get(type)];
    if (before === undefined) return [told(type, '', 'EVENT_ADDED', 'safe', 'is new')];
    if (after === undefined) return [removed(before)];
    const broken = unreadable(before, after).map(unreadableFinding);
    return [...broken, ...unnoticed(before, after, broken)];
  });
}

function removed({ type, readers }: Message): EventFinding {
  const consumers = [...readers.keys()];
  if (consumers.length === 0) {
    return told(type, '', 'EVENT_REMOVED', 'unused', 'is gone; nobody reads it');
  }
  const message = 'is gone while it is read: first let its consumers read what replaces it';
  return { ...told(type, '', 'EVENT_REMOVED', 'breaking', message), consumers };
}

function unreadableFinding(each: Unreadable): EventFinding {
  const { direction, type, path, kind, detail, consumers, isFirstReading } = each;
  // Who has never read it may well begin with events to come.
  const severity = direction === 'waiting' && isFirstReading ? 'dangerous' : 'breaking';
  const subject = path === '' ? type.split('.').at(-2) : path;
  const message = `${subject} ${detail} ${WHO[direction]}`;
  return {
    ...told(type, path, RULE[direction](kind), severity, message),
    ...(OPEN.has(kind) && { becomes: detail }),
    consumers,
  };
}

/** Fields that came or went without anybody's noticing. */
function unnoticed(before: Message, after: Message, broken: readonly EventFinding[]) {
  const known = new Set(broken.map(({ path }) => path));
  const [old, now] = [fieldPaths(before.writes), fieldPaths(after.writes)];
  const isNews = (path: string) => !known.has(path);
  return [
    ...onlyIn(old, now)
      .filter(isNews)
      .map((path) =>
        told(after.type, path, 'EVENT_FIELD_REMOVED', 'unused', `${path} is gone; nobody reads it`),
      ),
    ...onlyIn(now, old)
      .filter(isNews)
      .map((path) => told(after.type, path, 'EVENT_FIELD_ADDED', 'safe', `${path} is new`)),
  ];
}

/** Paths that one has and the other has not; nothing below one that is told already. */
function onlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const own = [...one].filter((path) => !other.has(path));
  return own.filter((path) => !own.some((above) => path !== above && isBelow(path, above)));
}

const isBelow = (path: string, above: string): boolean =>
  path.startsWith(`${above}.`) || path.startsWith(`${above}[]`);

function told(
  type: string,
  path: string,
  rule: string,
  severity: 'breaking' | 'dangerous' | 'unused' | 'safe',
  message: string,
): EventFinding {
  const level = severity === 'breaking' ? 'error' : severity === 'dangerous' ? 'warning' : 'notice';
  return {
    ...{ check: 'events', rule, level, severity, message, type, path, consumers: [] },
    coordinate: coordinateOf(type, path),
  };
}
