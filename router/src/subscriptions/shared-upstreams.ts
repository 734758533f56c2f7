import { openUpstream, type UpstreamEnd, type UpstreamOptions } from './upstream.ts';

/** Who listens to an upstream subscription. Both are called later, never from within `join`. */
export type Listener = {
  readonly next: (text: string) => void;
  readonly end: (end: UpstreamEnd) => void;
};

export type SharedUpstreams = {
  /**
   * Joins the upstream subscription of this key, or opens it. `replaysLast`: who joins gets the last
   * event at once. Returns how to leave; with the last that leaves it is closed.
   */
  join: (
    key: string,
    options: UpstreamOptions,
    listener: Listener,
    replaysLast: boolean,
  ) => () => void;
  close: () => void;
};

type Shared = { readonly listeners: Set<Listener>; last: string | null; close: () => void };

/** Each upstream subscription once, for all that asked for the same with the same identity. */
export function sharedUpstreams(): SharedUpstreams {
  const byKey = new Map<string, Shared>();

  function open(key: string, options: UpstreamOptions, replaysLast: boolean): Shared {
    const listeners = new Set<Listener>();
    const shared: Shared = { listeners, last: null, close: () => {} };
    byKey.set(key, shared);
    const upstream = openUpstream(options, {
      next: (text) => {
        if (replaysLast) shared.last = text;
        for (const listener of listeners) listener.next(text);
      },
      end: (end) => {
        if (byKey.get(key) === shared) byKey.delete(key);
        for (const listener of listeners) listener.end(end);
      },
    });
    shared.close = upstream.close;
    return shared;
  }

  return {
    join: (key, options, listener, replaysLast) => {
      const known = byKey.get(key);
      const shared = known ?? open(key, options, replaysLast);
      // Whoever joins hears the last event before the next one.
      const { last } = shared;
      shared.listeners.add(listener);
      if (last !== null) {
        queueMicrotask(() => {
          if (shared.listeners.has(listener)) listener.next(last);
        });
      }
      return () => {
        shared.listeners.delete(listener);
        if (shared.listeners.size > 0) return;
        if (byKey.get(key) === shared) byKey.delete(key);
        shared.close();
      };
    },
    close: () => {
      for (const { close } of byKey.values()) close();
      byKey.clear();
    },
  };
}
