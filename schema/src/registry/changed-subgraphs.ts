import type { Release, ReleasedSubgraph } from './release.ts';

/** What became of the subgraphs from one release to the next, one line for each. */
export function changedSubgraphs(before: Release | null, after: Release): string[] {
  const known = new Map(before?.subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  const lines = after.subgraphs.flatMap((subgraph) => {
    const former = known.get(subgraph.name);
    known.delete(subgraph.name);
    if (former === undefined) return [`${subgraph.name} was added: ${origin(subgraph)}`];
    const changes = changesOf(former, subgraph);
    return changes.length === 0 ? [] : [`${subgraph.name}: ${changes.join(', ')}`];
  });
  return [...lines, ...[...known.keys()].map((name) => `${name} was removed`)];
}

function changesOf(before: ReleasedSubgraph, after: ReleasedSubgraph): string[] {
  const changes: string[] = [];
  if (before.schema !== after.schema) {
    changes.push(`schema ${short(before.schema)} → ${short(after.schema)}`);
  }
  if (before.version !== after.version) {
    changes.push(`version ${before.version ?? 'none'} → ${after.version ?? 'none'}`);
  }
  if (before.commit !== after.commit || before.dirty !== after.dirty) {
    changes.push(`commit ${commitOf(before)} → ${commitOf(after)}`);
  }
  if (before.routing_url !== after.routing_url) {
    changes.push(`address ${before.routing_url} → ${after.routing_url}`);
  }
  return changes;
}

/** Where a subgraph comes from: `0.3.1, commit 1f0c2e9, schema 8d2f07aa1b3c`. */
export const origin = (subgraph: ReleasedSubgraph): string =>
  [
    ...(subgraph.version === null ? [] : [subgraph.version]),
    ...(subgraph.commit === null ? [] : [`commit ${commitOf(subgraph)}`]),
    `schema ${short(subgraph.schema)}`,
  ].join(', ');

const commitOf = ({ commit, dirty }: ReleasedSubgraph): string =>
  `${commit?.slice(0, 7) ?? 'none'}${dirty ? ' and uncommitted changes' : ''}`;

const short = (hash: string): string => hash.slice(0, 12);
