import { affectedText } from './affected-text.ts';
import { changeId, type Finding, type Level } from './finding.ts';
import { counts, hasFailed, levelOf, type Report, sorted } from './report.ts';

const COMMAND: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'notice',
};

/**
 * Workflow commands, which GitHub shows at the changed lines. It takes ten of each level from a step,
 * so the worst come first. Source: "Workflow commands for GitHub Actions" of GitHub's documentation.
 */
export function github(report: Report): string {
  const verdict = `${report.title} ${hasFailed(report) ? 'failed' : 'passed'}: ${counts(report)}.`;
  const lines = [...report.facts.map(data), ...sorted(report.findings).map(command), verdict];
  return `${lines.join('\n')}\n`;
}

function command(finding: Finding): string {
  const { check, severity, coordinate, place } = finding;
  const title = [check, severity, coordinate].filter((word) => word !== '').join(' ');
  const isShown = place !== undefined && place.in === undefined;
  const properties = {
    ...(isShown && { file: place.file, line: place.line }),
    ...(isShown && place.column !== undefined && { col: place.column }),
    title,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${COMMAND[levelOf(finding)]} ${written.join(',')}::${data(messageOf(finding))}`;
}

function messageOf(finding: Finding): string {
  const { scope, message, affected = [], approved } = finding;
  return [
    `${scope === undefined ? '' : `[${scope}] `}${message}`,
    ...affectedText(affected),
    ...(approved === undefined ? [] : [`approved by ${approved.by}: ${approved.reason}`]),
    `change ${changeId(finding)}`,
  ].join('\n');
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (value: string | number): string =>
  data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
