export type Lanes = {
  /** Runs `work` after all earlier work of the same key. `work` must not reject. */
  add: (key: string, work: () => Promise<void>) => void;
  /** Resolves when nothing is waiting or under way. */
  idle: () => Promise<void>;
};

/** Work of one key in sequence, one piece at a time; of different keys side by side, up to a limit. */
export function openLanes(concurrency: number): Lanes {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  const ready: string[] = [];
  const whenIdle: (() => void)[] = [];
  let running = 0;

  const startNext = () => {
    while (running < concurrency && ready.length > 0) {
      const key = ready.shift() as string;
      const work = waiting.get(key)?.shift();
      if (work === undefined) continue;
      running += 1;
      void work().finally(() => {
        running -= 1;
        if (waiting.get(key)?.length === 0) waiting.delete(key);
        else ready.push(key);
        if (running === 0 && waiting.size === 0) for (const told of whenIdle.splice(0)) told();
        startNext();
      });
    }
  };

  return {
    add(key, work) {
      const lane = waiting.get(key);
      if (lane !== undefined) {
        lane.push(work);
        return;
      }
      waiting.set(key, [work]);
      ready.push(key);
      startNext();
    },
    idle: () =>
      running === 0 && waiting.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => whenIdle.push(resolve)),
  };
}
