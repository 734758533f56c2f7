import type { Generations } from '../generation/generations.ts';
import type { JudgedOperations } from './judged-operations.ts';
import type { Prepare } from './prepare.ts';

/**
 * At a swap, the operations that the next generation was warmed with, which it has found valid, go
 * on without the judge; every other one is judged anew.
 */
export function keepAcrossSwaps(
  supergraph: Generations,
  judged: JudgedOperations,
  prepare: Prepare,
): void {
  supergraph.onNext((next) => {
    const warm = new Set(next.inUse(Number.MAX_SAFE_INTEGER).map(nameOf));
    const kept = judged.all().flatMap(({ source, text }) => {
      if (!warm.has(nameOf(source))) return [];
      const { hash, document, operationName } = source;
      return prepare(next, { text, hash, document, operationName }) ?? [];
    });
    judged.replace(next, kept);
  });
}

const nameOf = (source: { hash: string; operationName: string | undefined }): string =>
  `${source.hash} ${source.operationName ?? ''}`;
