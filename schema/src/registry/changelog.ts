import { affectedText } from '../report/affected-text.ts';
import type { Check, Finding, Severity } from '../report/finding.ts';
import { changedSubgraphs } from './changed-subgraphs.ts';
import type { Release } from './release.ts';

/** What changed from one release to another, in words. */
export type Changelog = { heading: string; lines: string[] }[];

/** What is told of, under which heading; the other checks judge a change instead of telling it. */
const HEADINGS: Partial<Readonly<Record<Check, string>>> = {
  graph: 'Graph',
  contract: 'Contracts',
  authorization: 'Authorization',
  plans: 'Query plans',
  events: 'Events',
  rpc: 'gRPC',
  rest: 'REST',
};

const RANK: Readonly<Record<Severity, number>> = {
  ...{ invalid: 0, breaking: 1, dangerous: 2, unused: 3, safe: 4 },
};

/** `before` is null for the first release. */
export function changelog(
  findings: readonly Finding[],
  before: Release | null,
  after: Release,
): Changelog {
  const groups = Object.entries(HEADINGS).map(([check, heading]) => ({
    heading,
    lines: findings
      .filter((finding) => finding.check === check)
      .toSorted((one, other) => RANK[one.severity] - RANK[other.severity])
      .map(sentence),
  }));
  const subgraphs = { heading: 'Subgraphs', lines: changedSubgraphs(before, after) };
  return [...groups, subgraphs].filter(({ lines }) => lines.length > 0);
}

/** `Product.title was removed (breaking, used by storefront: ProductPage)`. */
function sentence({ severity, coordinate, scope, message, affected = [] }: Finding): string {
  const [first = ''] = message.split('\n');
  // Where it was in a file that few of its readers have says them nothing.
  const said = first.replace(/ \(it was at [^)]*\)/, '').replace(/\.$/, '');
  const what = said.includes(coordinate) ? said : `${coordinate}: ${said}`;
  const where = scope === undefined ? '' : `${scope}: `;
  return `${where}${what} (${[severity, ...affectedText(affected)].join(', ')})`;
}
