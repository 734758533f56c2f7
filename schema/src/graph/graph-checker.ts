import type { Checker, Comparison } from '../check/checker.ts';
import { once } from '../once.ts';
import { usesOf } from '../operations/uses.ts';
import type { Finding } from '../report/finding.ts';
import { graphFindings } from './graph-findings.ts';
import { locating } from './locate.ts';

/** What the proposal changes for the clients of the whole graph. Override labels do not change it. */
export const graph: Checker = {
  heading: 'graph',
  needsComposition: true,
  check: ({ base, head, known }: Comparison): Finding[] => {
    const [before, after] = [base.api(), head.api()];
    if (before === null || after === null) return [];
    return graphFindings(before, after, {
      usage: known().usage,
      uses: once(() => usesOf(before, known().operations)),
      locate: locating(base, head),
    });
  },
};
