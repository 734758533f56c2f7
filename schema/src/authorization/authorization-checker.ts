import type { Supergraph } from '@apollo/federation-internals';
import { directiveNames } from '@souk/router/authorization/directive-names';
import type { Checker, Comparison } from '../check/checker.ts';
import type { Side } from '../check/side.ts';
import type { Operation } from '../operations/operation.ts';
import { usesOf } from '../operations/uses.ts';
import type { Affected, Finding } from '../report/finding.ts';
import {
  type AuthorizationChange,
  authorizationChanges,
  type Guarded,
} from './authorization-changes.ts';
import { authorizationPlaces } from './authorization-places.ts';
import { demandsOf, inWords } from './demands.ts';

/** Who may select what: nobody gets in unnoticed, and nobody is shut out unnoticed. */
export const authorization: Checker = {
  heading: 'authorization',
  needsComposition: true,
  check: ({ base, head, known }: Comparison): Finding[] => {
    if (sameGraph(base, head)) return [];
    const [before, after] = [guarded(base), guarded(head)];
    if (before === null || after === null) return [];
    const changes = authorizationChanges(before, after);
    if (changes.length === 0) return [];
    // Only who is shut out is hit.
    const shutsOut = changes.some(({ isStronger }) => isStronger);
    const uses = shutsOut ? usesOf(before.api, known().operations) : null;
    const placeOf = authorizationPlaces(base, head);
    return changes.map((change) => {
      const place = placeOf(change.coordinate);
      const users = change.isStronger ? uses?.get(change.coordinate) : undefined;
      const affected = (users ?? []).map(affectedBy);
      return {
        ...findingOf(change),
        ...(place && { place }),
        ...(affected.length > 0 && { affected }),
      };
    });
  },
};

function sameGraph(base: Side, head: Side): boolean {
  const [before, after] = [base.composed(), head.composed()];
  return 'supergraph' in before && 'supergraph' in after && before.supergraph === after.supergraph;
}

/** Null where the graph does not compose. Rules are read only where there are any. */
function guarded({ supergraph, api }: Side): Guarded | null {
  const built = supergraph();
  const schema = api();
  return built === null || schema === null ? null : { api: schema, rules: rulesOf(built) };
}

function rulesOf(supergraph: Supergraph): Guarded['rules'] {
  const names = Object.values(directiveNames(supergraph.schema));
  if (names.some((name) => name !== null)) return demandsOf(supergraph);
  const nothing = () => [];
  return { areEmpty: true, ofField: nothing, ofType: nothing, ofObjects: nothing };
}

function findingOf({
  coordinate,
  isWeaker,
  isStronger,
  before,
  after,
}: AuthorizationChange): Finding {
  const [was, is] = [inWords(before), inWords(after)];
  const words = `${was} before, ${is} now`;
  const becomes = `${was} → ${is}`;
  if (isWeaker) {
    const turn = isStronger ? 'asks for something else' : 'lets in more people';
    return {
      ...{ check: 'authorization', level: 'error', severity: 'dangerous', coordinate, becomes },
      rule: isStronger ? 'AUTHORIZATION_CHANGED' : 'AUTHORIZATION_WEAKENED',
      message: `${turn}: ${words}.`,
    };
  }
  return {
    ...{ check: 'authorization', level: 'warning', severity: 'dangerous', coordinate, becomes },
    rule: 'AUTHORIZATION_STRENGTHENED',
    message: `lets in fewer people: ${words}.`,
  };
}

const affectedBy = ({ client, name, place, recorded }: Operation): Affected => ({
  ...{ client, name },
  ...(place && { place }),
  ...(recorded && { count: recorded.count }),
});
