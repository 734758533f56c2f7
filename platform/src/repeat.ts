import type { Logger } from './log.ts';

/**
 * Does work by the clock until closed: again at once while it answers true, otherwise after
 * `intervalMs`, or when it is woken. A failure is logged and waits for the next time. Closing waits
 * for work under way.
 */
export function repeat(options: {
  intervalMs: number;
  log: Logger;
  what: string;
  work: () => Promise<boolean>;
}): { wake: () => void; close: () => Promise<void> } {
  const { intervalMs, log, what, work } = options;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let woken = false;
  let running = Promise.resolve();

  const round = async (): Promise<void> => {
    working = true;
    try {
      do woken = false;
      while (!closed && ((await work()) || woken));
    } catch (error) {
      log.error({ err: error }, `${what} failed`);
    }
    working = false;
    if (!closed) timer = setTimeout(start, intervalMs);
  };
  const start = () => {
    running = round();
  };
  timer = setTimeout(start, intervalMs);
  return {
    wake: () => {
      woken = true;
      if (working || closed) return;
      clearTimeout(timer);
      start();
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
