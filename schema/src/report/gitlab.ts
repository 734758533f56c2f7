import { createHash } from 'node:crypto';
import { affectedText } from './affected-text.ts';
import { changeId, type Finding } from './finding.ts';
import { levelOf, type Report, sorted } from './report.ts';

const SEVERITY = { error: 'critical', warning: 'minor', notice: 'info' } as const;

/** GitLab wants a place for everything; what has none is said of this file. */
const NOWHERE = { file: 'schema.yaml', line: 1 };

/**
 * A Code Quality report. The fingerprint of a finding stays the same from commit to commit, by which
 * GitLab tells what is new. Source: "Code Quality report format" of GitLab's documentation.
 */
export function gitlab({ findings }: Report): string {
  const seen = new Map<string, number>();
  const issues = sorted(findings).map((finding) => {
    const { check, rule, place = NOWHERE } = finding;
    const name = `${changeId(finding)} ${place.file}`;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return {
      description: descriptionOf(finding),
      check_name: `${check}/${rule}`,
      fingerprint: createHash('sha256').update(`${name} ${nth}`).digest('hex'),
      severity: SEVERITY[levelOf(finding)],
      location: { path: place.file, lines: { begin: place.line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function descriptionOf({ coordinate, scope, message, affected = [] }: Finding): string {
  const what = coordinate === '' ? '' : `${coordinate}: `;
  const where = scope === undefined ? '' : `[${scope}] `;
  return [`${where}${what}${message}`, ...affectedText(affected)].join('\n');
}
