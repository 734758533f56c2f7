import type { Logger } from '@souk/platform/log';
import { backoffMs } from '@souk/platform/retry-budget';
import type { Dispatcher } from 'undici';
import { badResponse, type Failure, timedOut, unavailable } from '../errors/subgraph-error.ts';
import type { AroundSubscribing } from '../telemetry/traced-subscribing.ts';
import type { SubscriptionMetrics } from './subscription-metrics.ts';
import { type ConnectionLimits, readUpstream, type StreamEnd } from './upstream-connection.ts';

/** How an upstream subscription ended; not told to who has left it. */
export type UpstreamEnd = { readonly failure: Failure | null };

export type UpstreamOptions = ConnectionLimits & {
  readonly service: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  /** The instances that there are at the moment. */
  readonly instances: () => readonly URL[];
  /** For how long a lost subgraph is sought. */
  readonly reconnectMs: number;
  /** Sees every attempt to open a stream; absent: nobody does. */
  readonly around?: AroundSubscribing | undefined;
  readonly metrics: SubscriptionMetrics;
  readonly log: Logger;
};

const FIRST_BACKOFF_MS = 50;
const MAX_BACKOFF_MS = 2_000;
/** What is lost sooner after it was opened is no better than what cannot be opened. */
const SETTLED_MS = 1_000;

/**
 * A subscription at a subgraph: it goes on at another instance when its own goes away, and ends when
 * the subgraph says so, when none is found in time, or when it is closed. What happened between two
 * instances is not seen by it: a subgraph that begins with the state as it is leaves no gap.
 */
export function openUpstream(
  options: UpstreamOptions,
  on: {
    readonly next: (text: string) => void;
    readonly end: (end: UpstreamEnd) => void;
  },
): { close: () => void } {
  const { service, instances, metrics, log } = options;
  const closing = new AbortController();
  const failed = new Set<string>();
  let wasOpen = false;

  function choose(): URL | null {
    const all = instances();
    let fresh = all.filter(({ href }) => !failed.has(href));
    if (fresh.length === 0) {
      failed.clear();
      fresh = [...all];
    }
    return fresh[Math.floor(Math.random() * fresh.length)] ?? null;
  }

  async function attempt(connectMs: number, onOpen: () => void): Promise<StreamEnd> {
    const url = choose();
    if (url === null) return { kind: 'lost', reason: 'no instance is known' };
    const { dispatcher, body } = options;
    const subscribing = options.around?.(service, options.headers);
    const headers = subscribing?.headers ?? options.headers;
    const end = await readUpstream(
      { dispatcher, url, headers, body, signal: closing.signal },
      { ...options, connectMs },
      {
        open: () => {
          subscribing?.end(null);
          failed.clear();
          onOpen();
        },
        next: (text) => {
          metrics.upstreamEvents.inc({ subgraph: service });
          on.next(text);
        },
      },
    );
    subscribing?.end(end.kind === 'lost' || end.kind === 'refused' ? end.kind : null);
    if (end.kind === 'lost') failed.add(url.href);
    return end;
  }

  async function run(): Promise<UpstreamEnd> {
    let giveUpAt = performance.now() + options.connectMs;
    for (let retry = 0; ; retry++) {
      const left = giveUpAt - performance.now();
      let openedAt = Number.POSITIVE_INFINITY;
      const end = await attempt(Math.max(1, Math.min(options.connectMs, left)), () => {
        openedAt = performance.now();
        if (wasOpen) metrics.reconnects.inc({ subgraph: service });
        else giveUpAt = openedAt + options.reconnectMs;
        wasOpen = true;
      });
      if (closing.signal.aborted || end.kind === 'complete') return { failure: null };
      if (end.kind === 'answer') {
        on.next(end.text);
        return { failure: null };
      }
      log.warn({ subgraph: service, reason: end.reason }, 'subscription lost');
      if (end.kind === 'refused') return { failure: badResponse(service) };
      const now = performance.now();
      if (now - openedAt >= SETTLED_MS) {
        giveUpAt = now + options.reconnectMs;
        retry = 0;
      }
      const pause = Math.min(MAX_BACKOFF_MS, backoffMs(Math.min(retry, 10), FIRST_BACKOFF_MS));
      if (now + pause >= giveUpAt) {
        return {
          failure: end.reason.startsWith('silent') ? timedOut(service) : unavailable(service),
        };
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (closing.signal.aborted) return { failure: null };
    }
  }

  metrics.upstreams.inc({ subgraph: service });
  void run()
    .catch((error: unknown): UpstreamEnd => {
      log.error({ err: error, subgraph: service }, 'subscription failed');
      return { failure: unavailable(service) };
    })
    .then((end) => {
      metrics.upstreams.dec({ subgraph: service });
      if (!closing.signal.aborted) on.end(end);
    });
  return { close: () => closing.abort() };
}
