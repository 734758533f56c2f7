import { validate } from 'graphql';
import type { Checker, Comparison } from '../check/checker.ts';
import type { Operation } from '../operations/operation.ts';
import type { Finding } from '../report/finding.ts';
import { changedDefinitions } from './changed-definitions.ts';
import { planChanges } from './plan-change.ts';
import { planFindings } from './plan-findings.ts';
import { planning } from './planning.ts';
import { touching } from './touched.ts';

/** What known operations cost in requests, before and after, in every state of override labels. */
export const plans: Checker = {
  heading: 'planning operations',
  needsComposition: true,
  check: ({ base, head, known, progress, signal }: Comparison): Finding[] => {
    const [before, after] = [base.supergraph(), head.supergraph()];
    const api = head.api();
    if (before === null || after === null || api === null || before === after) return [];
    const changed = changedDefinitions(before, after);
    if (changed.size === 0) return [];
    const touches = touching(before, changed);
    const affected = distinct(known().operations).filter(({ document }) => touches(document));
    if (affected.length === 0) return [];
    progress(`planning ${affected.length} of the operations`);
    const [then, now] = [planning(before), planning(after)];
    return affected.flatMap((operation) => {
      signal.throwIfAborted();
      const changes = planChanges(operation, then, now);
      if (changes === null) return [];
      // What is not valid any more is told as that.
      const isInvalid = 'impossible' in changes && validate(api, operation.document).length > 0;
      return isInvalid ? [] : planFindings(operation, changes);
    });
  },
};

/** An operation that is written down and recorded is planned once. */
const distinct = (operations: readonly Operation[]): Operation[] => [
  ...new Map(
    operations.toReversed().map((each) => [`${each.client} ${each.name}`, each] as const),
  ).values(),
];
