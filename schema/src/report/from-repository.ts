import path from 'node:path';
import type { Affected, Finding, Place } from './finding.ts';
import type { Report } from './report.ts';

/**
 * The same report with paths that begin at the root of the repository, as code hosts look for them.
 * `folder` is where in it the command was run, such as `services/graph/`.
 */
export function fromRepository(report: Report, folder: string): Report {
  const moved = <T extends { place?: Place }>(each: T): T =>
    each.place === undefined
      ? each
      : { ...each, place: { ...each.place, file: path.posix.join(folder, each.place.file) } };
  const whole = (finding: Finding): Finding => ({
    ...moved(finding),
    ...(finding.related && { related: finding.related.map(moved) }),
    ...(finding.affected && { affected: finding.affected.map(moved<Affected>) }),
  });
  return { ...report, findings: report.findings.map(whole) };
}
