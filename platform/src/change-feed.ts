import type { Sql } from 'postgres';

/** Word that a thing has changed, from whichever instance of the service changed it. */
export type ChangeFeed = {
  /** Begins to listen; what is watched before hears nothing yet. */
  listen: () => Promise<{ close: () => Promise<void> }>;
  watch: (keys: readonly string[]) => Watch;
};

export type Watch = {
  /**
   * Waits for a change of any of the keys, those since the last call included; for `ms` at most,
   * because a notice can be lost with the process that had to give it. False once it is closed.
   */
  next: (ms: number) => Promise<boolean>;
  close: () => void;
};

/**
 * Changes by LISTEN on one connection, however many watch; the payload of a notice is the key. A
 * connection that is lost is made anew, and then everything may have changed.
 */
export function changeFeed(sql: Sql, channel: string): ChangeFeed {
  const watching = new Map<string, Set<() => void>>();

  function wakeAll(): void {
    for (const wakes of watching.values()) for (const wake of wakes) wake();
  }

  function watch(keys: readonly string[]): Watch {
    let isTold = false;
    let isClosed = false;
    let resume = () => {};
    const wake = () => {
      isTold = true;
      resume();
    };
    for (const key of keys) {
      const others = watching.get(key) ?? new Set();
      watching.set(key, others.add(wake));
    }
    return {
      next: async (ms) => {
        if (!isTold && !isClosed) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms);
            resume = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        isTold = false;
        return !isClosed;
      },
      close: () => {
        isClosed = true;
        for (const key of keys) {
          const others = watching.get(key);
          others?.delete(wake);
          if (others?.size === 0) watching.delete(key);
        }
        resume();
      },
    };
  }

  return {
    listen: async () => {
      const { unlisten } = await sql.listen(
        channel,
        (key) => {
          for (const wake of watching.get(key) ?? []) wake();
        },
        wakeAll,
      );
      return { close: unlisten };
    },
    watch,
  };
}
