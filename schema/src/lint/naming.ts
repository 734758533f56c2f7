import type { Declaration } from '../composition/declarations.ts';
import type { LintRule } from './lint-rules.ts';
import type { Violation } from './violation.ts';

type Convention = { rule: LintRule; form: RegExp; like: string };

const FIELD: Convention = { rule: 'FIELD_NAME', form: /^[a-z][A-Za-z0-9]*$/, like: 'camelCase' };

const CONVENTIONS: Record<Declaration['kind'], Convention> = {
  type: { rule: 'TYPE_NAME', form: /^[A-Z][A-Za-z0-9]*$/, like: 'PascalCase' },
  field: FIELD,
  argument: FIELD,
  'input field': FIELD,
  'enum value': {
    ...{ rule: 'ENUM_VALUE_NAME', form: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/ },
    like: 'SCREAMING_SNAKE_CASE',
  },
};

export function naming(declarations: readonly Declaration[]): Violation[] {
  return declarations.flatMap((at) => {
    const { rule, form, like } = CONVENTIONS[at.kind];
    return form.test(at.name)
      ? []
      : [{ rule, at, message: `The ${at.kind} ${at.name} is not in ${like}.` }];
  });
}
