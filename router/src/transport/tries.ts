import { setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from '../errors/subgraph-error.ts';
import type { Dispatch, Tried } from './attempt.ts';
import type { Choice } from './choose-instance.ts';
import type { Instance } from './instance.ts';
import { mayTryAgain } from './may-try-again.ts';
import { raceOfTries } from './race-of-tries.ts';
import type { TriesOptions } from './tries-options.ts';

export type Tries = (dispatch: Dispatch, isLast: boolean) => Promise<Tried>;

/**
 * Sends an operation until it is answered, or there is no hope. A query may be sent again, to other
 * instances first; a mutation only if nothing of it was sent. `isLast`: this is a test of the
 * subgraph, not to be repeated. Never throws.
 */
export function tries(options: TriesOptions): Tries {
  const race = raceOfTries(options);
  return async (dispatch, isLast) => {
    const first = options.choose(null, !dispatch.isMutation);
    if (first === null) return nobody(options.service);
    const choice = first.isProbe ? besideProbe(first, dispatch, options) : first;
    options.budget.called();
    if (!dispatch.isMutation && options.instances() > 1) return race(dispatch, choice, isLast);
    let result = await options.attempt(choice, dispatch);
    if ('reply' in result || isLast) return result;
    const tried = new Set<Instance>([choice.instance]);
    for (let retry = 0; ; retry++) {
      if (!mayTryAgain(result.fault, dispatch, retry, options)) return result;
      let next = options.choose(tried, false);
      if (next === null) {
        await sleep(options.backoffMs(retry));
        next = options.choose(null, false);
      }
      if (next === null) return result;
      options.onRetry();
      tried.add(next.instance);
      result = await options.attempt(next, dispatch);
      if ('reply' in result) return result;
    }
  };
}

/** An ejected instance is tried with a copy, so that nobody waits to learn how it is. */
function besideProbe(probe: Choice, dispatch: Dispatch, options: TriesOptions): Choice {
  const other = options.choose(new Set([probe.instance]), false);
  if (other?.instance.ejection.standing() !== 'in') return probe;
  void options.attempt(probe, dispatch);
  return other;
}

const nobody = (service: string): Tried => ({
  fault: {
    failure: unavailable(service),
    reason: 'no instance is known',
    isRetryable: false,
    neverSent: true,
    verdict: 'void',
  },
});
