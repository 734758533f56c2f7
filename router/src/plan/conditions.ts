import { Kind, parse, visit } from 'graphql';
import type { Condition } from './compiled.ts';

/** The `@skip` and `@include` by variables in a subgraph operation. */
export function conditionsOf(operation: string): readonly Condition[] {
  const conditions: Condition[] = [];
  if (!operation.includes('@')) return conditions;
  visit(parse(operation, { noLocation: true }), {
    Directive: (directive) => {
      const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
      if (value?.kind !== Kind.VARIABLE) return;
      const leavesOutWhen = directive.name.value === 'skip';
      conditions.push({ variable: value.name.value, leavesOutWhen });
    },
  });
  return conditions;
}
