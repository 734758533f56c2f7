import { type Affected, changeId, type Finding, type Place } from '../report/finding.ts';
import type { Approval } from './approvals-file.ts';

/**
 * What nobody can let through: a graph that does not compose cannot be served, and what is known of
 * the clients does not change by a signature.
 */
const NEVER: readonly Finding['check'][] = ['composition', 'approvals', 'usage'];

/** What makes operations break. */
const CAUSES: readonly Finding['check'][] = ['graph', 'contract'];

export const canBeApproved = ({ check, level }: Finding): boolean =>
  level !== 'notice' && !NEVER.includes(check);

/** Marks what is approved, and tells of approvals that have expired or approve nothing. */
export function applyApprovals(
  findings: readonly Finding[],
  approvals: readonly (Approval & { place: Place })[],
  now: Date,
): Finding[] {
  const today = now.toISOString().slice(0, 10);
  const valid = new Map(
    approvals.filter(({ until }) => until >= today).map((approval) => [approval.id, approval]),
  );
  const found = new Set(findings.filter(canBeApproved).map(changeId));
  const marked = findings.map((finding) => {
    const approval = canBeApproved(finding) ? valid.get(changeId(finding)) : undefined;
    if (approval === undefined) return finding;
    const { by, reason, until } = approval;
    return { ...finding, approved: { by, reason, until } };
  });
  return [...carried(marked), ...approvals.flatMap((approval) => told(approval, today, found))];
}

function told(
  { id, change, by, until, place }: Approval & { place: Place },
  today: string,
  found: ReadonlySet<string>,
): Finding[] {
  const what = { check: 'approvals', coordinate: change ?? id, place } as const;
  if (until < today) {
    const why = found.has(id) ? 'the change is still there' : 'nothing needs it any more';
    return [
      {
        ...{ ...what, rule: 'APPROVAL_EXPIRED', level: 'error', severity: 'invalid' },
        message: `The approval ${id} by ${by} ended on ${until}, and ${why}: renew or remove it.`,
      },
    ];
  }
  if (found.has(id)) return [];
  return [
    {
      ...{ ...what, rule: 'APPROVAL_UNUSED', level: 'notice', severity: 'safe' },
      message: `The approval ${id} by ${by} approves nothing here: remove it once it is merged.`,
    },
  ];
}

const who = ({ client, name }: Affected): string => JSON.stringify([client, name]);

/** An operation that breaks only by changes that were approved was let through with them. */
function carried(findings: readonly Finding[]): Finding[] {
  const causes = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!CAUSES.includes(finding.check) || finding.level !== 'error') continue;
    for (const affected of finding.affected ?? []) {
      const known = causes.get(who(affected)) ?? [];
      known.push(finding);
      causes.set(who(affected), known);
    }
  }
  return findings.map((finding) => {
    const { check, level, approved, affected = [] } = finding;
    if (check !== 'operations' || level !== 'error' || approved !== undefined) return finding;
    const own = affected.flatMap((one) => causes.get(who(one)) ?? []);
    const first = own[0]?.approved;
    const isCarried = first !== undefined && own.every((cause) => cause.approved !== undefined);
    return isCarried ? { ...finding, approved: first } : finding;
  });
}
