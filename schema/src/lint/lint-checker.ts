import type { Checker, Comparison } from '../check/checker.ts';
import type { Side } from '../check/side.ts';
import { declarationsOf } from '../composition/declarations.ts';
import type { Finding } from '../report/finding.ts';
import { deprecation } from './deprecation.ts';
import { descriptions } from './descriptions.ts';
import { entityReferences } from './entity-references.ts';
import { LINT_RULES } from './lint-rules.ts';
import { naming } from './naming.ts';
import { pagination } from './pagination.ts';
import type { Violation } from './violation.ts';

/**
 * How schemas are written. What the base has already is let be, unless all is asked for or time made
 * it so.
 */
export const lint: Checker = {
  heading: 'lint',
  needsComposition: false,
  check: ({ base, head, config, now }: Comparison): Finding[] => {
    const { rules, all } = config.lint;
    const levelOf = (rule: Violation['rule']) => rules[rule] ?? LINT_RULES[rule];
    const old = all ? new Set<string>() : new Set(violations(base, now).map(keyOf));
    return violations(head, now).flatMap((violation): Finding[] => {
      const { rule, message, at } = violation;
      const level = levelOf(rule);
      if (level === 'off' || (old.has(keyOf(violation)) && rule !== 'DEPRECATION_OVERDUE'))
        return [];
      const { coordinate, subgraph, place } = at;
      return [
        {
          ...{ check: 'lint', rule, level, severity: 'invalid', coordinate, message },
          scope: subgraph,
          ...(place && { place }),
        },
      ];
    });
  },
};

function violations({ documents }: Side, now: Date): Violation[] {
  const declarations = declarationsOf(documents());
  return [
    ...naming(declarations),
    ...descriptions(declarations),
    ...deprecation(declarations, now),
    ...pagination(declarations),
    ...entityReferences(declarations),
  ];
}

const keyOf = ({ rule, at }: Violation): string => `${rule} ${at.coordinate}`;
