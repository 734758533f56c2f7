import { changeId } from './finding.ts';
import { hasFailed, type Report } from './report.ts';

/** Everything that is known, for other programs; each finding with the id by which it is approved. */
export const json = (report: Report): string => {
  const { title, facts, findings } = report;
  const told = {
    ...{ title, passed: !hasFailed(report), facts },
    findings: findings.map((finding) => ({ id: changeId(finding), ...finding })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
};
