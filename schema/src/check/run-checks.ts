import { applyApprovals } from '../approvals/apply-approvals.ts';
import { readApprovals } from '../approvals/approvals-file.ts';
import type { Finding } from '../report/finding.ts';
import type { Checker, Comparison } from './checker.ts';

/**
 * Everything that the checks have to say about a proposal, with what its approvals let through marked;
 * what cannot compose comes first. Throws Misuse for approvals that cannot be read.
 */
export async function runChecks(
  checkers: readonly Checker[],
  comparison: Comparison,
): Promise<Finding[]> {
  const { base, head, config, now, progress, signal } = comparison;
  const approvals = readApprovals(head.tree, config.approvals);
  progress('composing');
  const findings = uncomposed(comparison);
  const composes = 'supergraph' in head.composed() && 'supergraph' in base.composed();
  for (const { heading, needsComposition, check } of checkers) {
    signal.throwIfAborted();
    if (needsComposition && !composes) continue;
    progress(heading);
    findings.push(...(await check(comparison)));
  }
  return applyApprovals(findings, approvals, now);
}

/** Why the proposal does not compose; or that the base does not, so that less could be compared. */
function uncomposed({ base, head }: Comparison): Finding[] {
  const proposal = head.composed();
  if ('findings' in proposal) return [...proposal.findings];
  const before = base.composed();
  if ('supergraph' in before) return [];
  const isEmpty = base.subgraphs.length === 0;
  const why = isEmpty ? 'it has no subgraphs that can be read' : before.findings[0]?.message;
  return [
    {
      ...{ check: 'composition', rule: 'BASE_DOES_NOT_COMPOSE', coordinate: '' },
      ...{ level: 'warning', severity: 'invalid' },
      message: `The graph of ${base.tree.name} could not be compared: ${why}`,
    },
  ];
}
