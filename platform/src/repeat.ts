import type { Logger } from './log.ts';

/**
 * Does work by the clock until closed: again at once while it answers true, otherwise after
 * `intervalMs`. A failure is logged and waits for the next time. Closing waits for work under way.
 */
export function repeat(options: {
  intervalMs: number;
  log: Logger;
  what: string;
  work: () => Promise<boolean>;
}): { close: () => Promise<void> } {
  const { intervalMs, log, what, work } = options;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const round = async (): Promise<void> => {
    try {
      while (!closed && (await work()));
    } catch (error) {
      log.error({ err: error }, `${what} failed`);
    }
    if (!closed) timer = setTimeout(start, intervalMs);
  };
  const start = () => {
    running = round();
  };
  timer = setTimeout(start, intervalMs);
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
