/** Short, so that a test sees a takeover or a dead letter soon. */
export const TIMING = {
  retry: { attempts: 3, baseMs: 20, maxMs: 100 },
  partitions: 4,
  leaseMs: 1_000,
};
