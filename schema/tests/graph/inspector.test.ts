import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schemaChanges } from '../../src/graph/schema-changes.ts';
import { type CorpusCase, readCases } from '../corpus/case-file.ts';
import { inspectorVerdicts, type Verdict } from '../corpus/inspector-verdicts.ts';
import { dice, randomSchema } from './random-schema.ts';

const RUNS = 100;
const WORST_FIRST = ['breaking', 'dangerous', 'safe'] as const;

/** Arguments and input fields are judged by the same rules. */
const kindOf = (theirs: Verdict, ours: string | undefined, rule: string): string =>
  `${rule.replace('INPUT_FIELD', 'ARGUMENT')}: theirs ${theirs}, ours ${ours}`;

/** The kinds of difference that a case argues. */
const arguedBy = ({ inspector, expected }: CorpusCase): string[] =>
  Object.entries(inspector).flatMap(([coordinate, { verdict }]) =>
    expected
      .map((line) => line.split(' '))
      .filter(([, , told]) => told === coordinate)
      .map(([severity, rule = '']) => kindOf(verdict, severity, rule)),
  );

test('no change is judged otherwise than by @graphql-inspector/core without a case that argues why', async () => {
  const argued = new Set(readCases().flatMap(([, corpusCase]) => arguedBy(corpusCase)));
  let compared = 0;
  for (let seed = 0; seed < RUNS; seed += 1) {
    const few = { seed: seed + RUNS, oneIn: 8 };
    const [before, after] = [randomSchema(dice(seed)), randomSchema(dice(seed, few))];
    const [base, head] = [buildSchema(before), buildSchema(after)];
    const changes = schemaChanges(base, head);
    const theirs = await inspectorVerdicts(base, head);
    for (const coordinate of new Set([
      ...theirs.keys(),
      ...changes.map((each) => each.coordinate),
    ])) {
      const own = changes.filter((each) => each.coordinate === coordinate);
      const ours = WORST_FIRST.find((severity) => own.some((each) => each.severity === severity));
      const verdict = theirs.get(coordinate) ?? 'safe';
      compared += 1;
      if (verdict === (ours ?? 'safe')) continue;
      const kinds = own.map(({ rule }) => kindOf(verdict, ours, rule));
      expect(
        kinds.some((kind) => argued.has(kind)),
        `${coordinate}: ${kinds.join(', ') || `theirs ${verdict}, and we see nothing`}\n${before}\n\n${after}`,
      ).toBe(true);
    }
  }
  expect(compared).toBeGreaterThan(RUNS);
}, 30_000);
