/**
 * What waits for one slow reader. `push` answers false where no more may wait, and keeps nothing of
 * it; `end` lets the reader
 * have what waits, `cut` drops that.
 */
export type BoundedQueue<Item> = {
  push: (item: Item) => boolean;
  end: () => void;
  cut: () => void;
  isEnded: () => boolean;
  /** The next item, or null once all is over. One reader only. */
  next: () => Promise<Item | null>;
};

export function boundedQueue<Item>(max: number): BoundedQueue<Item> {
  let waiting: Item[] = [];
  let isEnded = false;
  let wake: (() => void) | null = null;

  function rouse(): void {
    wake?.();
    wake = null;
  }

  return {
    push: (item) => {
      if (isEnded) return true;
      if (waiting.length >= max) return false;
      waiting.push(item);
      rouse();
      return true;
    },
    end: () => {
      isEnded = true;
      rouse();
    },
    cut: () => {
      isEnded = true;
      waiting = [];
      rouse();
    },
    isEnded: () => isEnded,
    next: async () => {
      for (;;) {
        const item = waiting.shift();
        if (item !== undefined) return item;
        if (isEnded) return null;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
