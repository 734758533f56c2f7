import { styleText } from 'node:util';
import { excerpt } from './excerpt.ts';
import { type Affected, changeId, type Finding, type Place } from './finding.ts';
import { placeText } from './place-text.ts';
import {
  byCheck,
  counts,
  hasFailed,
  levelOf,
  plural,
  type Report,
  type Style,
  usersOf,
} from './report.ts';

type Paint = (colour: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;

const MARK = { error: '✗', warning: '!', notice: '·' } as const;
const COLOUR = { error: 'red', warning: 'yellow', notice: 'dim' } as const;
const INDENT = ' '.repeat(6);
const WIDEST_COORDINATE = 48;
const MOST_AFFECTED = 10;

/** For people at a terminal: grouped by check, worst first, each with its line of source. */
export function text(report: Report, { colour }: Style): string {
  const paint: Paint = (style, words) =>
    colour ? styleText(style, words, { validateStream: false }) : words;
  const groups = byCheck(report.findings).map(([check, findings]) => {
    const width = Math.min(
      Math.max(...findings.map(({ coordinate }) => coordinate.length)),
      WIDEST_COORDINATE,
    );
    const entries = findings.map((finding) => entry(finding, width, report, paint));
    return [paint('bold', check), ...entries].join('\n');
  });
  const [word, style] = hasFailed(report)
    ? (['failed', 'red'] as const)
    : (['passed', 'green'] as const);
  const verdict = `${paint(style, `${report.title} ${word}`)}: ${counts(report)}.`;
  const facts = report.facts.length === 0 ? [] : [report.facts.join('\n')];
  return `${[...facts, ...groups, verdict].join('\n\n')}\n`;
}

function entry(finding: Finding, width: number, { lineAt }: Report, paint: Paint): string {
  const { severity, coordinate, scope, message, place, related = [] } = finding;
  const level = levelOf(finding);
  const [first = '', ...rest] = message.split('\n');
  const head = [
    `  ${paint(COLOUR[level], `${MARK[level]} ${severity.padEnd(9)}`)}`,
    ...(width > 0 ? [coordinate.padEnd(width)] : []),
    `${scope === undefined ? '' : `[${scope}] `}${first}`,
    paint('dim', changeId(finding)),
  ].join('  ');
  const shown = level !== 'notice';
  const lines = [
    ...rest,
    ...(place === undefined ? [] : located(place, shown ? lineAt : undefined, paint)),
    ...related.flatMap(({ message: why, place: at }) => [
      why,
      ...located(at, shown ? lineAt : undefined, paint),
    ]),
    ...users(usersOf(finding)),
    ...approval(finding),
  ];
  return [head, ...lines.map((line) => `${INDENT}${line}`)].join('\n');
}

function located(place: Place, lineAt: Report['lineAt'], paint: Paint): string[] {
  const line = lineAt?.(place) ?? null;
  const source = line === null || line.trim() === '' ? [] : excerpt(line, place);
  return [paint('dim', `at ${placeText(place)}`), ...source];
}

function users(affected: readonly Affected[]): string[] {
  const rows = affected
    .slice(0, MOST_AFFECTED)
    .map(({ client, name, count, place }) => [
      ...[client, name, count === undefined ? '' : plural(count, 'request')],
      place === undefined ? '' : placeText(place),
    ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row, index) => {
    const cells = row.flatMap((cell, column) => {
      const width = widths[column] ?? 0;
      return width === 0 ? [] : [column === 2 ? cell.padStart(width) : cell.padEnd(width)];
    });
    return `${index === 0 ? 'used by' : '       '} ${cells.join('  ').trimEnd()}`;
  });
  const left = affected.length - rows.length;
  return left === 0 ? lines : [...lines, `        and ${left.toLocaleString('en')} more`];
}

const approval = ({ approved }: Finding): string[] =>
  approved === undefined
    ? []
    : [`approved by ${approved.by} until ${approved.until}: ${approved.reason}`];
