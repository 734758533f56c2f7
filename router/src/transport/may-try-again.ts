import type { Dispatch } from './attempt.ts';
import type { Fault } from './reply.ts';
import type { TriesOptions } from './tries-options.ts';

/**
 * Whether an operation may be sent once more. What never left does not burden the subgraph and needs
 * no budget; but a lone instance is asked twice at most, and each of several twice on average.
 */
export function mayTryAgain(
  fault: Fault,
  { isMutation, deadlineAt }: Dispatch,
  retry: number,
  { retries, instances, budget }: Pick<TriesOptions, 'retries' | 'instances' | 'budget'>,
): boolean {
  if (!fault.isRetryable || (isMutation && !fault.neverSent)) return false;
  if (performance.now() >= deadlineAt) return false;
  const known = instances();
  if (fault.neverSent) return retry < Math.max(1, known);
  return retry < Math.min(retries, known) && budget.mayRetry();
}
