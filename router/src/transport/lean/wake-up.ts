/** One timer for many deadlines. */
export type WakeUp = {
  /** Makes sure that the check runs at that time, or earlier. */
  at: (time: number) => void;
  cancel: () => void;
};

/**
 * Runs `check` no later than asked; it says when to run again, Infinity for not before `at` is
 * called. Times are those of `performance.now()`. Nothing is set up as long as what is asked is
 * later than what is planned already: under load that is one timer for thousands of requests.
 */
export function wakeUp(check: (now: number) => number): WakeUp {
  let timer: NodeJS.Timeout | null = null;
  let planned = Number.POSITIVE_INFINITY;

  function at(time: number): void {
    if (time >= planned) return;
    if (timer !== null) clearTimeout(timer);
    planned = time;
    const wait = Math.min(Math.max(Math.ceil(time - performance.now()), 1), MAX_TIMEOUT_MS);
    timer = setTimeout(run, wait).unref();
  }

  function run(): void {
    timer = null;
    planned = Number.POSITIVE_INFINITY;
    at(check(performance.now()));
  }

  return {
    at,
    cancel: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      planned = Number.POSITIVE_INFINITY;
    },
  };
}

/** What setTimeout can count. */
const MAX_TIMEOUT_MS = 2_147_483_647;
