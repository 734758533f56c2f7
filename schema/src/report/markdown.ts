import { type Affected, changeId, type Finding, type Place } from './finding.ts';
import { placeText } from './place-text.ts';
import {
  byCheck,
  counts,
  hasFailed,
  levelOf,
  plural,
  type Report,
  sorted,
  usersOf,
} from './report.ts';

/** A comment on GitHub has 65,536 characters at most. */
const MOST_CHARACTERS = 60_000;
const MOST_AFFECTED = 50;
const MARK = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/**
 * For a comment on a pull request or the summary of a step. The first line is a comment by which a
 * program finds what it wrote before, to replace it.
 */
export function markdown(report: Report): string {
  const mark = hasFailed(report) ? '❌' : '✅';
  const lines = [
    `<!-- schema ${report.title} -->`,
    `### ${mark} Schema ${report.title}: ${counts(report)}`,
    ...report.facts.map((fact) => prose(fact)).flatMap((fact) => ['', fact]),
  ];
  const blocks = within([...summary(report), ...worst(report)], MOST_CHARACTERS);
  const left = MOST_CHARACTERS - blocks.join('\n').length;
  return `${[...lines, ...blocks, ...rest(report, left)].join('\n')}\n`;
}

function summary({ findings }: Report): string[] {
  if (findings.length === 0) return [];
  const rows = byCheck(findings).map(([check, own]) => {
    const number = (level: string) =>
      own.filter((finding) => finding.approved === undefined && finding.level === level).length ||
      '';
    const approved = own.filter((finding) => finding.approved !== undefined).length || '';
    const cells = [number('error'), number('warning'), number('notice'), approved];
    return `| ${[check, ...cells].join(' | ')} |`;
  });
  return [
    '\n| check | errors | warnings | notices | approved |\n| --- | ---: | ---: | ---: | ---: |\n' +
      rows.join('\n'),
  ];
}

const worst = ({ findings }: Report): string[] =>
  sorted(findings)
    .filter((finding) => levelOf(finding) !== 'notice')
    .map((finding) => `\n${headline(finding)}${details(finding)}`);

function rest({ findings }: Report, room: number): string[] {
  const notices = sorted(findings).filter((finding) => levelOf(finding) === 'notice');
  if (notices.length === 0) return [];
  const rows = notices.map((finding) => {
    const { severity, coordinate, approved } = finding;
    const why = approved === undefined ? '' : ` (approved by ${approved.by}: ${approved.reason})`;
    const told = cell(`${scoped(finding)}${finding.message}${why}`);
    return `| ${severity} | ${coordinate === '' ? '' : code(coordinate)} | ${told} |`;
  });
  return [
    `\n<details><summary>${plural(notices.length, 'notice')}</summary>\n\n| severity | coordinate | |\n| --- | --- | --- |`,
    ...within(rows, room, '| | | '),
    '\n</details>',
  ];
}

function headline(finding: Finding): string {
  const { severity, coordinate, place } = finding;
  const where = place === undefined ? '' : ` — ${code(placeText(place))}`;
  const what = coordinate === '' ? '' : ` ${code(coordinate)}`;
  const told = prose(`${scoped(finding)}${finding.message}`).replaceAll('\n', '<br>');
  return `${MARK[levelOf(finding)]} **${severity}**${what}${where}<br>${told} <sub>${changeId(finding)}</sub>`;
}

const scoped = ({ scope }: Finding): string => (scope === undefined ? '' : `[${scope}] `);

function details(finding: Finding): string {
  const { related = [] } = finding;
  const affected = usersOf(finding);
  const others = related.map(
    ({ message, place }) => `- ${prose(message)} ${code(placeText(place))}`,
  );
  const also = others.length === 0 ? '' : `\n\n${others.join('\n')}`;
  if (affected.length === 0) return also;
  const rows = affected.slice(0, MOST_AFFECTED).map(user);
  const left = affected.length - rows.length;
  if (left > 0) rows.push(`| | and ${left.toLocaleString('en')} more | | |`);
  return `${also}

<details><summary>${plural(affected.length, 'user')}</summary>

| client | name | requests | where |
| --- | --- | ---: | --- |
${rows.join('\n')}

</details>`;
}

const user = ({ client, name, count, place }: Affected): string =>
  `| ${cell(client)} | ${cell(name)} | ${count?.toLocaleString('en') ?? ''} | ${where(place)} |`;

const where = (place: Place | undefined): string =>
  place === undefined ? '' : code(placeText(place));

/** Text as text: what a schema or a person wrote must not become markup, nor call anyone. */
const prose = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '@\u200b')
    .replace(/[\\`*_[\]|#~]/g, '\\$&');

const cell = (text: string): string => prose(text).replaceAll(/\r?\n/g, '<br>');

const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

/** As many blocks as there is room for, and how many were left out. */
function within(blocks: readonly string[], room: number, before = '\n'): string[] {
  let used = 0;
  const kept = blocks.filter((block) => {
    used += block.length + 1;
    return used <= room;
  });
  const left = blocks.length - kept.length;
  return left === 0
    ? kept
    : [...kept, `${before}${plural(left, 'finding')} more did not fit here.`];
}
