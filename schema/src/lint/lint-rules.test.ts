import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LINT_RULES } from './lint-rules.ts';

test('every rule is described with its level, and no other', () => {
  const guide = readFileSync(new URL('../../../docs/schema-rules.md', import.meta.url), 'utf8');
  const lint = guide.slice(guide.indexOf('## Lint'), guide.indexOf('## Events'));
  const described = [...lint.matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map(([, rule, level]) => [
    rule,
    level,
  ]);
  expect(described).toEqual(Object.entries(LINT_RULES));
});
