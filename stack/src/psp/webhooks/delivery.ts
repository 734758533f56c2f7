import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../faults/faults.ts';
import type { StoredEvent } from '../ledger/book.ts';
import { type Endpoint, postEvent } from './post.ts';

const TIMEOUT_MS = 10_000;
const LONGEST_RETRY_MS = 60_000;
const HELD_BACK_MS = 400;
const AT_A_TIME = 16;

/** How long to wait after a failed attempt, counted from 1, in milliseconds, without the jitter. */
export const retryDelayMs = (attempt: number, firstMs: number): number =>
  Math.min(firstMs * 2 ** (attempt - 1), LONGEST_RETRY_MS);

/**
 * Takes events to the endpoints, at least once each: retried with backoff until the endpoint
 * answers 2xx, or `attempts` are used up. First attempts for one subject keep their order; retries
 * hold nothing up, as with Stripe.
 */
export function createDelivery(options: {
  endpoints: readonly Endpoint[];
  faults: Faults;
  firstRetryMs: number;
  attempts: number;
  /** Told when an endpoint needs no further attempt. */
  onDone: (event: StoredEvent, endpoint: Endpoint, taken: boolean) => Promise<void>;
}) {
  const { endpoints, faults, firstRetryMs } = options;
  const leaving = new AbortController();
  const lanes = new Map<string, Promise<unknown>>();
  const flying = new Set<Promise<void>>();
  const queue: (() => void)[] = [];
  let busy = 0;

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= AT_A_TIME) await new Promise<void>((resolve) => queue.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
  const attempt = (event: StoredEvent, endpoint: Endpoint): Promise<boolean> =>
    inTurn(async () => {
      if (leaving.signal.aborted || faults.strikes('dropWebhooks')) return false;
      return await postEvent(endpoint, event.body, TIMEOUT_MS, leaving.signal);
    });
  const pause = (ms: number) =>
    sleep(ms * (0.75 + Math.random() / 2), undefined, { signal: leaving.signal });

  const firstAttempt = (event: StoredEvent, endpoint: Endpoint): Promise<boolean> => {
    if (faults.strikes('reorderWebhooks')) {
      return pause(HELD_BACK_MS).then(() => attempt(event, endpoint));
    }
    const lane = `${endpoint.url} ${event.subject}`;
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(() => attempt(event, endpoint));
    lanes.set(lane, turn);
    const leave = () => {
      if (lanes.get(lane) === turn) lanes.delete(lane);
    };
    turn.then(leave, leave);
    return turn;
  };

  const deliver = async (event: StoredEvent, endpoint: Endpoint): Promise<void> => {
    let taken = await firstAttempt(event, endpoint);
    for (let tried = 1; !taken && tried < options.attempts; tried += 1) {
      await pause(retryDelayMs(tried, firstRetryMs));
      taken = await attempt(event, endpoint);
    }
    if (leaving.signal.aborted && !taken) return;
    if (taken && faults.strikes('duplicateWebhooks')) await attempt(event, endpoint);
    await options.onDone(event, endpoint, taken);
  };

  return {
    /** Starts to deliver, to the endpoints for which `isDue`. */
    send: (event: StoredEvent, isDue: (endpoint: Endpoint) => boolean = () => true): void => {
      for (const endpoint of endpoints.filter(isDue)) {
        // What the end interrupts is sent again after the next start.
        const flight: Promise<void> = deliver(event, endpoint)
          .catch(() => {})
          .finally(() => flying.delete(flight));
        flying.add(flight);
      }
    },
    close: async (): Promise<void> => {
      leaving.abort();
      for (const wake of queue.splice(0)) wake();
      await Promise.all(flying);
    },
  };
}
