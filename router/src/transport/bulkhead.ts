/** How many fetches a subgraph may have under way, and how many may wait for their turn. */
export type Bulkhead = {
  /**
   * True: come in; false: there is no room, or there was none in time. `deadlineAt` is on the clock of
   * performance.now(). Who came in must leave.
   */
  enter: (deadlineAt: number) => boolean | Promise<boolean>;
  leave: () => void;
  inFlight: () => number;
  waiting: () => number;
};

export function bulkhead(limits: { maxInFlight: number; maxQueued: number }): Bulkhead {
  const queue = new Set<() => void>();
  let inFlight = 0;

  function wait(deadlineAt: number): Promise<boolean> {
    return new Promise((resolve) => {
      const give = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(
        () => {
          queue.delete(give);
          resolve(false);
        },
        Math.max(0, Math.ceil(deadlineAt - performance.now())),
      );
      queue.add(give);
    });
  }

  return {
    enter: (deadlineAt) => {
      if (inFlight < limits.maxInFlight) {
        inFlight += 1;
        return true;
      }
      return queue.size < limits.maxQueued ? wait(deadlineAt) : false;
    },
    leave: () => {
      const [next] = queue;
      if (next === undefined) {
        inFlight -= 1;
        return;
      }
      // The place passes on as it is.
      queue.delete(next);
      next();
    },
    inFlight: () => inFlight,
    waiting: () => queue.size,
  };
}
