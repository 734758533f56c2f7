import { backoffMs } from '@souk/platform/bus/retry';
import type { Logger } from '@souk/platform/log';
import { inTrace } from '@souk/platform/trace';
import type { TakenTask } from '../domain/task.ts';
import type { Perform } from './perform-task.ts';
import type { TaskQueue } from './task-queue.ts';

/** A worker that dies holds its tasks up for so long. */
const LEASE_MS = 6_000;
const RENEW_MS = 2_000;
/** Also looks without having been told, this often. */
const POLL_MS = 1_000;
const RETRY = { baseMs: 200, maxMs: 15_000 };

export type TaskWorker = {
  /** There may be something to do. */
  wake: () => void;
  /** Takes no more, and waits for what is under way. */
  close: () => Promise<void>;
};

/**
 * Does tasks, those of many payments at once, each payment's one after the other. What fails is tried
 * again with growing waits and without end: nobody else will ever do it.
 */
export function startTaskWorker(deps: {
  queue: TaskQueue;
  perform: Perform;
  /** How many at once. */
  slots: number;
  log: Logger;
}): TaskWorker {
  const { queue, perform, slots, log } = deps;
  const busy = new Map<string, TakenTask>();
  const done = new Set<Promise<void>>();
  let closed = false;
  let taking: Promise<void> | null = null;
  let again = false;

  const work = async (taken: TakenTask): Promise<void> => {
    const about = { task: taken.id, kind: taken.task.kind, payment: taken.paymentId };
    try {
      await inTrace(taken.traceparent, () => perform(taken));
    } catch (error) {
      log.warn({ err: error, ...about, attempt: taken.attempt }, 'task failed');
      const delay = backoffMs(taken.attempt, RETRY);
      const why = error instanceof Error ? error.message : String(error);
      // Where even that fails, the lease ends by itself.
      await queue.putBack(taken, delay, why).catch(() => {});
      if (!closed) setTimeout(wake, delay).unref();
    } finally {
      busy.delete(taken.id);
      wake();
    }
  };
  const take = async (): Promise<void> => {
    do {
      again = false;
      const free = slots - busy.size;
      if (free <= 0 || closed) return;
      for (const taken of await queue.take(free, LEASE_MS)) {
        busy.set(taken.id, taken);
        const working: Promise<void> = work(taken).finally(() => done.delete(working));
        done.add(working);
      }
    } while (again);
  };
  const wake = (): void => {
    again = true;
    if (taking !== null || closed) return;
    taking = take()
      .catch((error) => log.warn({ err: error }, 'no tasks taken'))
      .finally(() => {
        taking = null;
      });
  };
  const polling = setInterval(wake, POLL_MS);
  const renewing = setInterval(() => {
    if (busy.size === 0) return;
    queue
      .keep([...busy.values()], LEASE_MS)
      .catch((error) => log.warn({ err: error }, 'tasks not kept'));
  }, RENEW_MS);
  wake();
  return {
    wake,
    close: async () => {
      closed = true;
      clearInterval(polling);
      await taking;
      await Promise.all(done);
      clearInterval(renewing);
    },
  };
}
