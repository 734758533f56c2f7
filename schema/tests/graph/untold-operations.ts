import { buildSchema, parse, validate } from 'graphql';
import { graphFindings } from '../../src/graph/graph-findings.ts';
import { usesOf } from '../../src/operations/uses.ts';
import { randomOperation } from './random-operation.ts';
import { dice, randomSchema } from './random-schema.ts';

type Run = {
  firstSeed: number;
  pairs: number;
  operationsAPair: number;
  /** One throw in so many differs between the two schemas of a pair. */
  oneIn: number;
};

/** How many operations a change made invalid, and those of them that no finding names. */
export function untoldOperations({ firstSeed, pairs, operationsAPair, oneIn }: Run) {
  let broken = 0;
  const untold: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + pairs; seed += 1) {
    const few = { seed: seed + 1_000_000, oneIn };
    const [before, after] = [randomSchema(dice(seed)), randomSchema(dice(seed, few))];
    const [base, head] = [buildSchema(before), buildSchema(after)];
    for (let each = 0; each < operationsAPair && before !== after; each += 1) {
      const text = randomOperation(base, dice(seed * operationsAPair + each));
      const document = parse(text);
      const [mistake] = validate(base, document);
      if (mistake !== undefined) throw new Error(`${mistake.message}: ${text}`);
      const [error] = validate(head, document);
      if (error === undefined) continue;
      broken += 1;
      const findings = graphFindings(base, head, {
        ...{ usage: 'fresh', locate: () => ({}) },
        uses: () => usesOf(base, [{ client: 'web', name: 'Random', document }]),
      });
      if (findings.some(({ affected = [] }) => affected.length > 0)) continue;
      const told = findings.map(({ message }) => message).join('\n');
      untold.push(`${error.message}\n${text}\n${before}\n${told}`);
    }
  }
  return { broken, untold };
}
