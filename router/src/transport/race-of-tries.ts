import type { Dispatch, Tried } from './attempt.ts';
import type { Choice } from './choose-instance.ts';
import type { Instance } from './instance.ts';
import { mayTryAgain } from './may-try-again.ts';
import type { Fault } from './reply.ts';
import type { TriesOptions } from './tries-options.ts';

/**
 * A query among several instances: a try that fails is followed by another elsewhere, one that is
 * late is joined by another elsewhere, and the first good answer wins. Never throws.
 */
export const raceOfTries =
  (options: TriesOptions) =>
  (dispatch: Dispatch, first: Choice, isLast: boolean): Promise<Tried> =>
    new Promise((resolve) => {
      const tried = new Set<Instance>();
      let running = 0;
      let retries = 0;
      let isOver = false;
      let hedge: NodeJS.Timeout | undefined;
      let pause: NodeJS.Timeout | undefined;

      function settle(result: Tried): void {
        isOver = true;
        clearTimeout(hedge);
        clearTimeout(pause);
        resolve(result);
      }

      function start(choice: Choice): void {
        running += 1;
        tried.add(choice.instance);
        options.attempt(choice, dispatch).then((result) => {
          running -= 1;
          if (isOver) return;
          if ('reply' in result) settle(result);
          else again(result.fault);
        });
      }

      function again(fault: Fault): void {
        // One that is about to be sent serves for both.
        if (pause !== undefined) return;
        if (isLast || !mayTryAgain(fault, dispatch, retries, options)) {
          // As long as one is under way, there is hope; the other's fault is told at its end.
          if (running === 0) settle({ fault });
          return;
        }
        retries += 1;
        options.onRetry();
        const next = options.choose(tried, false);
        if (next !== null && fault.neverSent) {
          start(next);
          return;
        }
        pause = setTimeout(
          () => {
            pause = undefined;
            const choice = next ?? options.choose(null, false);
            if (choice === null) settle({ fault });
            else start(choice);
          },
          options.backoffMs(retries - 1),
        );
      }

      function hedgeIn(milliseconds: number): void {
        // Whole milliseconds: timers of one length share a list.
        hedge = setTimeout(() => {
          if (!options.budget.mayRetry()) return;
          const other = options.choose(tried, false);
          if (other === null) return;
          options.onHedge();
          start(other);
        }, Math.ceil(milliseconds));
      }

      start(first);
      const after = isLast ? null : options.hedgeAfter(dispatch);
      if (after !== null) hedgeIn(after);
    });
