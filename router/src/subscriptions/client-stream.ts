import { boundedQueue } from './bounded-queue.ts';
import type { EventExecution } from './event-execution.ts';
import type { Listener } from './shared-upstreams.ts';
import { broken, failedText, tooSlow } from './stream-ends.ts';
import type { EndReason } from './subscription-metrics.ts';

/** The answers of one client's stream, each a JSON text, and how it ended. Never throws. */
export type ClientStream = AsyncIterableIterator<string> & {
  readonly return: () => Promise<IteratorResult<string>>;
  readonly throw: () => Promise<IteratorResult<string>>;
  /** Settles when nothing more comes, maybe before what waits has been read. */
  readonly ended: Promise<EndReason>;
};

export type StreamControl = {
  readonly stream: ClientStream;
  /** Takes the place of what it listened to; what has come already is still told. */
  follow: (execution: EventExecution) => void;
  /** Ends it; `last` is told as the last thing, and `atOnce` instead of what waits. */
  end: (reason: EndReason, last: string | null, how?: { readonly atOnce: boolean }) => void;
};

/** One client's stream. `join` listens to an execution's upstream and returns how to leave it. */
export function clientStream(options: {
  maxQueued: number;
  join: (execution: EventExecution, listener: Listener) => () => void;
  onEvent: () => void;
  onDropped: (events: number) => void;
  /** Told of what went wrong here; the client is told that something did, and no more. */
  onError: (error: unknown) => void;
}): StreamControl {
  const { maxQueued, join } = options;
  const queue = boundedQueue<{ execution: EventExecution; event: string }>(maxQueued);
  let last: string | null = null;
  let leave = () => {};
  let settle: (reason: EndReason) => void = () => {};
  const ended = new Promise<EndReason>((resolve) => {
    settle = resolve;
  });

  function end(reason: EndReason, text: string | null, how = { atOnce: false }): void {
    if (queue.isEnded()) {
      // Who leaves does not read the rest either.
      if (how.atOnce) queue.cut();
      return;
    }
    last = text;
    if (how.atOnce) queue.cut();
    else queue.end();
    leave();
    settle(reason);
  }

  function follow(execution: EventExecution): void {
    if (queue.isEnded()) return;
    const before = leave;
    leave = join(execution, {
      next: (event) => {
        if (queue.push({ execution, event })) return;
        options.onDropped(maxQueued + 1);
        end('slow', tooSlow, { atOnce: true });
      },
      end: ({ failure }) => {
        if (failure === null) end('complete', null);
        else end('failed', failedText(failure));
      },
    });
    // Not before: an upstream that both have is not to be closed in between.
    before();
  }

  async function answer(execution: EventExecution, event: string): Promise<string> {
    try {
      return await execution.answer(event);
    } catch (error) {
      options.onError(error);
      end('failed', null, { atOnce: true });
      return broken;
    }
  }

  async function next(): Promise<IteratorResult<string>> {
    const item = await queue.next();
    if (item !== null) {
      options.onEvent();
      return { done: false, value: await answer(item.execution, item.event) };
    }
    if (last === null) return { done: true, value: undefined };
    const value = last;
    last = null;
    return { done: false, value };
  }

  async function stop(): Promise<IteratorResult<string>> {
    end('left', null, { atOnce: true });
    last = null;
    return { done: true, value: undefined };
  }

  const stream: ClientStream = {
    next,
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]: () => stream,
    ended,
  };
  return { stream, follow, end };
}
