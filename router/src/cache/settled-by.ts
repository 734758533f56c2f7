/** What setTimeout can count. */
const MAX_TIMEOUT_MS = 2_147_483_647;

/** Resolves when it has settled, or at the deadline, on the clock of performance.now(). */
export function settledBy(promise: Promise<unknown>, deadlineAt: number): Promise<void> {
  return new Promise((resolve) => {
    const leftMs = Math.min(deadlineAt - performance.now(), MAX_TIMEOUT_MS);
    const timer = setTimeout(resolve, Math.max(0, leftMs));
    const settled = () => {
      clearTimeout(timer);
      resolve();
    };
    promise.then(settled, settled);
  });
}
