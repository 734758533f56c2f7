import type { Watch } from './change-feed.ts';

/** How long a change can stay unseen whose notice was lost, milliseconds. */
const LOOK_EVERY_MS = 15_000;

/**
 * A state as it is, and again each time that it has become another one; several changes that come
 * while the reader is busy are one. It ends where there is no state (null), or when it is left: also
 * while it waits, which a generator could not.
 */
export function stateStream<State>(options: {
  watch: Watch;
  read: () => Promise<State | null>;
  /** The same for states that are the same. */
  versionOf: (state: State) => string;
  lookEveryMs?: number;
}): AsyncIterableIterator<State> {
  const { watch, read, versionOf, lookEveryMs = LOOK_EVERY_MS } = options;
  let told: string | null = null;
  let isOver = false;

  async function next(): Promise<IteratorResult<State>> {
    while (!isOver) {
      // Spread, so that those who came together do not look together for ever.
      const ms = lookEveryMs * (0.8 + 0.4 * Math.random());
      if (told !== null && !(await watch.next(ms))) break;
      const state = await read();
      if (isOver || state === null) break;
      const version = versionOf(state);
      if (version === told) continue;
      told = version;
      return { done: false, value: state };
    }
    return leave();
  }

  function leave(): IteratorResult<State> {
    isOver = true;
    watch.close();
    return { done: true, value: undefined };
  }

  const stream: AsyncIterableIterator<State> = {
    next: () =>
      next().catch((error: unknown) => {
        leave();
        throw error;
      }),
    return: async () => leave(),
    throw: async () => leave(),
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
