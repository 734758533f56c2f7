import type { Checker, Comparison } from '../check/checker.ts';
import { graphFindings } from '../graph/graph-findings.ts';
import { locating } from '../graph/locate.ts';
import { once } from '../once.ts';
import { maySee } from '../operations/schemas-of-clients.ts';
import { usesOf } from '../operations/uses.ts';
import { changeId, type Finding } from '../report/finding.ts';

/**
 * What the proposal changes for the clients of each contract. What it changes for everybody is told of
 * the whole graph already; here is what only a contract's clients notice, such as a tag that hides a
 * field from them.
 */
export const contracts: Checker = {
  heading: 'contracts',
  needsComposition: true,
  check: (comparison: Comparison): Finding[] => {
    const { base, head, config, configBefore = config } = comparison;
    const before = configBefore.contracts;
    const gone = Object.keys(before).filter((name) => config.contracts[name] === undefined);
    const changed = Object.entries(config.contracts).flatMap(([name, rules]) => {
      const contract = head.contract(name, rules);
      const rulesBefore = before[name];
      const earlier = rulesBefore === undefined ? null : base.contract(name, rulesBefore);
      if (contract === null) return [];
      if ('findings' in contract) return contract.findings;
      if (earlier === null || 'findings' in earlier) return [];
      return ofContract(name, comparison, [earlier.api, contract.api]);
    });
    return [...gone.map(removed), ...changed];
  },
};

const removed = (name: string): Finding => ({
  ...{ check: 'contract', rule: 'CONTRACT_REMOVED', level: 'error', severity: 'breaking' },
  ...{ coordinate: name, scope: name },
  message: `the contract "${name}" was removed, and with it all that its clients see`,
});

type Schemas = Parameters<typeof usesOf>[0];

function ofContract(
  scope: string,
  { base, head, known, config }: Comparison,
  [before, after]: [Schemas, Schemas],
): Finding[] {
  const [wasAll, isAll] = [base.api(), head.api()];
  if (wasAll === null || isAll === null) return [];
  const { usage, operations } = known();
  const ofClients = operations.filter(({ client }) => maySee(config, client, scope));
  const judging = {
    usage,
    uses: once(() => usesOf(before, ofClients)),
    locate: locating(base, head),
  };
  const everybodys = new Set(graphFindings(wasAll, isAll, judging).map(changeId));
  return graphFindings(before, after, judging)
    .filter((finding) => !everybodys.has(changeId(finding)))
    .map((finding) => ({ ...finding, check: 'contract', scope }));
}
