import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './launch.ts';
import { afterCrash } from './restart.ts';

export type State =
  | 'waiting'
  | 'starting'
  | 'ready'
  | 'unready'
  | 'crashed'
  | 'stopping'
  | 'stopped';

export type Supervised = {
  id: string;
  state: () => State;
  pid: () => number | null;
  /** Resolves when it is ready for the first time. Rejects with GaveUp when that does not happen. */
  firstReady: Promise<void>;
  /** Asks it to end, kills it after the deadline; resolves when it is gone. */
  stop: (deadlineMs: number) => Promise<void>;
  /** Ends it at once, also while it is being stopped. */
  kill: () => void;
};

export type Change = { id: string; state: State; crashes: number; how: string | null };

/** A process that never became ready. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
  readonly id: string;

  constructor(id: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.id = id;
  }
}

const STARTING_POLL_MS = 75;
const READY_POLL_MS = 1_000;
/** Silent this many times in a row, 4 s each, it hangs. */
const SILENCES_OF_ONE_THAT_HANGS = 3;
const ATTEMPTS_BEFORE_FIRST_READY = 4;

/**
 * Keeps one program running: polls its health, restarts it with backoff when it ends, reports every
 * change of state. One that was ready and then answers nothing at all hangs: it is killed, and so
 * started again. A program that dies four times before it was ever ready is given up.
 */
export function supervise(options: {
  id: string;
  start: () => Promise<Running> | Running;
  isReady: () => Promise<boolean>;
  /** Whether it answers at all. Asked only once it was ready and is not; left out: always. */
  isAlive?: () => Promise<boolean>;
  /** How long the first start may take. */
  startDeadlineMs: number;
  onChange: (change: Change) => void;
}): Supervised {
  const { id, onChange, isAlive = async () => true } = options;
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});
  const leaving = new AbortController();
  let state: State = 'waiting';
  let running: Running | null = null;
  let crashes = 0;
  let everReady = false;

  const enter = (next: State, how: string | null = null) => {
    if (next === state) return;
    state = next;
    onChange({ id, state, crashes, how });
  };

  /** Runs it once; says how long it was healthy, and how it ended. */
  const runOnce = async (): Promise<{ healthyForMs: number; how: string }> => {
    enter('starting');
    let ended: string | null = null;
    let readySince: number | null = null;
    let silences = 0;
    let hangs = false;
    running = await options.start();
    const exited = running.exited.then((how) => {
      ended = hangs ? 'it answered nothing for too long' : how;
    });
    if (leaving.signal.aborted) running.stop();
    while (ended === null) {
      const ready = !leaving.signal.aborted && (await options.isReady());
      if (ended !== null) break;
      if (!leaving.signal.aborted) {
        if (ready) {
          readySince ??= Date.now();
          everReady = true;
          first.resolve();
          enter('ready');
        } else if (state === 'ready') enter('unready');
      }
      const silent = !ready && readySince !== null && !leaving.signal.aborted && !(await isAlive());
      silences = silent ? silences + 1 : 0;
      if (silences === SILENCES_OF_ONE_THAT_HANGS && ended === null) {
        hangs = true;
        running.kill();
      }
      await Promise.race([exited, sleep(ready ? READY_POLL_MS : STARTING_POLL_MS)]);
    }
    running = null;
    return { healthyForMs: readySince === null ? 0 : Date.now() - readySince, how: ended };
  };

  const live = async () => {
    while (!leaving.signal.aborted) {
      const end = await runOnce().catch((error) => {
        running = null;
        if (!everReady) throw error;
        return { healthyForMs: 0, how: error instanceof Error ? error.message : String(error) };
      });
      if (leaving.signal.aborted) break;
      const next = afterCrash(crashes, end.healthyForMs);
      crashes = next.crashes;
      enter('crashed', end.how);
      if (!everReady && crashes >= ATTEMPTS_BEFORE_FIRST_READY) {
        throw new GaveUp(id, `${id} keeps dying (${end.how}).`);
      }
      await sleep(next.delayMs, undefined, { signal: leaving.signal }).catch(() => {});
    }
  };

  const deadline = setTimeout(
    () =>
      first.reject(
        new GaveUp(id, `${id} is not ready after ${options.startDeadlineMs / 1_000} s.`),
      ),
    options.startDeadlineMs,
  );
  first.promise.finally(() => clearTimeout(deadline)).catch(() => {});
  const life = live()
    .catch((error) => first.reject(error))
    .finally(() => clearTimeout(deadline));

  const stop = async (deadlineMs: number) => {
    if (state === 'stopped') return;
    enter('stopping');
    leaving.abort();
    running?.stop();
    const killer = setTimeout(() => running?.kill(), deadlineMs);
    await life;
    clearTimeout(killer);
    enter('stopped');
  };

  return {
    id,
    state: () => state,
    pid: () => running?.pid ?? null,
    firstReady: first.promise,
    stop,
    kill: () => running?.kill(),
  };
}
