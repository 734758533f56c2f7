import { ERRORS } from '@apollo/federation-internals';
import { describe, expect, test } from 'vitest';
import { readCases } from './corpus/case-file.ts';
import { UNREACHABLE } from './corpus/composition-codes.ts';
import { inspectorVerdicts, ownVerdicts } from './corpus/inspector-verdicts.ts';
import { caseRunner, told } from './corpus/run-case.ts';

const cases = readCases();
const runCase = caseRunner();

describe.each(cases)('%s', (_, corpusCase) => {
  test(corpusCase.title, async () => {
    const { base, head, findings } = await runCase(corpusCase);
    expect(findings.map(told)).toEqual(corpusCase.expected);

    const [before, after] = [base.api(), head.api()];
    if (before === null || after === null) return;
    const theirs = await inspectorVerdicts(before, after);
    const ours = ownVerdicts(findings);
    const coordinates = [...new Set([...theirs.keys(), ...ours.keys()])];
    const differences = coordinates
      .map((coordinate) => {
        const verdicts = [theirs, ours].map((each) => each.get(coordinate) ?? 'safe');
        return { coordinate, verdict: verdicts[0], own: verdicts[1] };
      })
      .filter(({ verdict, own }) => verdict !== own);
    const argued = Object.entries(corpusCase.inspector).map(([coordinate, { verdict }]) => [
      coordinate,
      verdict,
    ]);
    expect(
      differences.map(({ coordinate, verdict }) => [coordinate, verdict]),
      'verdicts of @graphql-inspector/core that differ from ours, as the case argues them',
    ).toEqual(argued);
  });
});

test('the corpus has the cases that it is meant to have', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

test('every error that composition can raise has a case, and every other one a reason', () => {
  const codes = Object.values(ERRORS).map(({ code }) => code);
  const told = cases.flatMap(([, { expected }]) => expected.map((line) => line.split(' ')[1]));
  const covered = codes.filter((code) => told.includes(code));
  const excused = Object.keys(UNREACHABLE);
  expect(codes.filter((code) => !covered.includes(code)).sort()).toEqual(excused.sort());
});
