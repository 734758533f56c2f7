import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import type { Finding } from '../../src/report/finding.ts';

export type Verdict = 'breaking' | 'dangerous' | 'safe';
type Verdicts = ReadonlyMap<string, Verdict>;

const LEVELS: Record<CriticalityLevel, Verdict> = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
};

/** The worst that @graphql-inspector/core says of each coordinate. It knows nothing of usage. */
export async function inspectorVerdicts(
  base: GraphQLSchema,
  head: GraphQLSchema,
): Promise<Verdicts> {
  const changes = await diff(base, head);
  return worst(
    changes
      .filter(({ path }) => path !== undefined)
      .map((change): [string, Verdict] => [coordinateOf(change), LEVELS[change.criticality.level]]),
  );
}

/** The worst that we say of each coordinate, before it is asked who uses it. */
export const ownVerdicts = (findings: readonly Finding[]): Verdicts =>
  worst(
    findings
      .filter(({ check }) => check === 'graph')
      .map(({ coordinate, severity }): [string, Verdict] => [
        coordinate,
        severity === 'unused' ? 'breaking' : (severity as Verdict),
      ]),
  );

const RANKS: readonly Verdict[] = ['safe', 'dangerous', 'breaking'];

function worst(verdicts: [string, Verdict][]): Verdicts {
  const found = new Map<string, Verdict>();
  for (const [coordinate, verdict] of verdicts) {
    const known = found.get(coordinate) ?? 'safe';
    if (RANKS.indexOf(verdict) >= RANKS.indexOf(known)) found.set(coordinate, verdict);
  }
  return found;
}

/** Its paths have points where coordinates have brackets, and members of types are not told apart. */
function coordinateOf({ path: told = '', meta }: Change): string {
  const path = told.replace(/\.@.*$/, '');
  const member =
    meta.addedUnionMemberTypeName ??
    meta.removedUnionMemberTypeName ??
    meta.addedInterfaceName ??
    meta.removedInterfaceName;
  if (typeof member === 'string') return `${path}.${member}`;
  const [, owner, argument] = /^(@\w+|\w+\.\w+)\.(\w+)$/.exec(path) ?? [];
  return owner === undefined ? path : `${owner}(${argument}:)`;
}
