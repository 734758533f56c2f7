import { unavailable } from '../errors/subgraph-error.ts';
import type { Dispatch, Tried } from './attempt.ts';
import type { Admission, Breaker, Verdict } from './breaker.ts';
import type { Bulkhead } from './bulkhead.ts';
import { verdictOf } from './reply.ts';
import type { TransportEvents } from './transport-metrics.ts';
import type { Tries } from './tries.ts';

/**
 * Lets an operation through to a subgraph that is well and has room, and answers for it at once
 * where not. The query that finds out whether a subgraph that hung is well again is waited for no longer
 * than `patienceMs`, because it may take its whole deadline to learn that it is not.
 */
export function guard(options: {
  service: string;
  breaker: Breaker;
  bulkhead: Bulkhead;
  tries: Tries;
  patienceMs: () => number;
  events: Pick<TransportEvents, 'refused'>;
}): (dispatch: Dispatch) => Promise<Tried> {
  const { service, breaker, bulkhead, tries, patienceMs, events } = options;
  let isHung = false;

  function refused(why: 'breaker' | 'bulkhead'): Tried {
    events.refused(why);
    return notSent(service, why);
  }

  async function carry(dispatch: Dispatch, admission: Admission): Promise<Tried> {
    let verdict: Verdict = 'void';
    let endedAt: number | undefined;
    try {
      const result = await tries(dispatch, admission === 'probe');
      verdict = verdictOn(result);
      if ('reply' in result) endedAt = result.endedAt;
      else isHung = result.fault.failure.extensions.code === 'SUBGRAPH_TIMEOUT';
      return result;
    } finally {
      bulkhead.leave();
      breaker.record(verdict, admission, endedAt);
    }
  }

  async function wait(
    entered: Promise<boolean>,
    dispatch: Dispatch,
    admission: Admission,
  ): Promise<Tried> {
    if (!(await entered)) {
      breaker.record('void', admission);
      return refused('bulkhead');
    }
    if (admission === 'pass' && breaker.state() !== 'closed') {
      bulkhead.leave();
      return refused('breaker');
    }
    return carry(dispatch, admission);
  }

  return (dispatch) => {
    const admission = breaker.admit();
    if (admission === 'refuse') return Promise.resolve(refused('breaker'));
    const entered = bulkhead.enter(dispatch.deadlineAt);
    if (entered === false) {
      breaker.record('void', admission);
      return Promise.resolve(refused('bulkhead'));
    }
    const result =
      entered === true ? carry(dispatch, admission) : wait(entered, dispatch, admission);
    if (admission !== 'probe' || dispatch.isMutation || !isHung) return result;
    return withPatience(result, patienceMs(), notSent(service, 'breaker'));
  };
}

function verdictOn(result: Tried): Verdict {
  if ('reply' in result) return verdictOf(result.reply.status);
  const { verdict } = result.fault;
  return verdict === 'gone' ? 'bad' : verdict;
}

const notSent = (service: string, why: string): Tried => ({
  fault: {
    failure: unavailable(service),
    reason: why,
    isRetryable: false,
    neverSent: true,
    verdict: 'void',
  },
});

function withPatience(result: Promise<Tried>, ms: number, otherwise: Tried): Promise<Tried> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), ms);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
