const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
const FORGIVEN_AFTER_MS = 30_000;

/** How often a process has died without staying healthy for half a minute in between. */
export type Crashes = number;

/**
 * What to do about a process that ended by itself: wait longer each time, and forgive the past once
 * it has been healthy for 30 seconds. `healthyForMs` is 0 for one that never became ready.
 */
export function afterCrash(
  before: Crashes,
  healthyForMs: number,
): { crashes: Crashes; delayMs: number } {
  const crashes = healthyForMs >= FORGIVEN_AFTER_MS ? 1 : before + 1;
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (crashes - 1), LONGEST_DELAY_MS);
  return { crashes, delayMs };
}
