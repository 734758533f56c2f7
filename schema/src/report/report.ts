import type { Affected, Check, Finding, Level, Place } from './finding.ts';
import { CHECKS } from './finding.ts';

/** What a command found, before it is written in some format. */
export type Report = {
  /** The command: `check`. */
  title: string;
  /** One line a fact: what was compared with what, how many operations, how long it took. */
  facts: readonly string[];
  findings: readonly Finding[];
  /** The line of source at a place; null where it cannot be had. */
  lineAt?: (place: Place) => string | null;
};

/** What a format is told besides the report. */
export type Style = { colour: boolean };

const stands = ({ approved }: Finding): boolean => approved === undefined;

export const hasFailed = ({ findings }: Report): boolean =>
  findings.some((finding) => finding.level === 'error' && stands(finding));

/** An approved error no longer counts as one. */
export const levelOf = (finding: Finding): Level =>
  finding.level === 'error' && !stands(finding) ? 'notice' : finding.level;

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, notice: 2 };

/** Worst first, then in the order of the checks, then by what is changed. */
export const sorted = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (one, other) =>
      RANK[levelOf(one)] - RANK[levelOf(other)] ||
      CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check) ||
      compare(one.coordinate, other.coordinate) ||
      compare(one.scope ?? '', other.scope ?? ''),
  );

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The checks that found something, in their order, each with its findings, worst first. */
export function byCheck(findings: readonly Finding[]): [Check, Finding[]][] {
  const groups = Map.groupBy(sorted(findings), ({ check }) => check);
  return CHECKS.flatMap((check): [Check, Finding[]][] => {
    const own = groups.get(check);
    return own === undefined ? [] : [[check, own]];
  });
}

/** `2 errors, 1 warning, 3 notices, 1 approved`; `nothing to tell` where there is nothing. */
export function counts({ findings }: Report): string {
  const standing = findings.filter(stands);
  const words = (['error', 'warning', 'notice'] as const).map((level) =>
    plural(standing.filter((finding) => finding.level === level).length, level),
  );
  const approved = findings.length - standing.length;
  const told = [...words, ...(approved === 0 ? [] : [`${approved} approved`])];
  return told.filter((word) => !word.startsWith('0 ')).join(', ') || 'nothing to tell';
}

export const plural = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

/** Who is hit, without the one that the finding is itself about and placed at. */
export const usersOf = ({ affected = [], place }: Finding): readonly Affected[] =>
  affected.length === 1 && isSame(affected[0]?.place, place) ? [] : affected;

const isSame = (one: Place | undefined, other: Place | undefined): boolean =>
  one !== undefined && one.file === other?.file && one.line === other.line;
