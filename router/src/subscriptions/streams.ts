import type { IncomingHttpHeaders } from 'node:http';
import { masked, speaksOfTheRequest } from '@souk/platform/graphql-errors';
import type { Viewer } from '@souk/platform/identity';
import type { Logger } from '@souk/platform/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Generation } from '../generation/generation.ts';
import type { Generations } from '../generation/generations.ts';
import type { Payers } from '../http/payers.ts';
import type { PreparedOperation } from '../operations/prepared.ts';
import { type Refusal, rateLimited } from '../operations/refusal.ts';
import type { RunOperation } from '../operations/run.ts';
import { type ClientStream, clientStream, type StreamControl } from './client-stream.ts';
import type { EventExecution, PlanEvents } from './event-execution.ts';
import * as ends from './stream-ends.ts';
import type { StreamPlaces } from './stream-places.ts';
import type { StreamRequest } from './stream-request.ts';
import type { SubscriptionMetrics } from './subscription-metrics.ts';
import type { Upstreams } from './upstreams.ts';

/** Who asks for a stream, and over what. */
export type Caller = {
  readonly viewer: Viewer | null;
  /** For subgraphs; an object of this stream's own. */
  readonly headers: Readonly<Record<string, string>>;
  /** The client's own, by which it says who it is. */
  readonly clientHeaders: IncomingHttpHeaders;
  /** Who pays for it: the token's subject, else the address. */
  readonly payer: string;
  readonly transport: 'sse' | 'websocket';
  /** Whether it came by GET, which may change nothing. */
  readonly isGet: boolean;
};

export type Opened =
  | { readonly stream: ClientStream }
  | { readonly errors: readonly GraphQLFormattedError[] }
  | { readonly refusal: Refusal };

export type Streams = {
  /** Rejects for what is nobody's fault but ours. */
  open: (request: StreamRequest, caller: Caller) => Promise<Opened>;
  /** Ends all streams without telling that they are complete, so that clients ask elsewhere. */
  drain: () => void;
};

type Prepare = (
  generation: Generation,
  request: StreamRequest,
) => PreparedOperation | { readonly errors: readonly GraphQLFormattedError[] };

type Open = StreamControl & { readonly restart: (next: Generation) => void };

/** The longest that setTimeout can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Streams that are taken over by a new generation in one turn of the event loop. */
const RESTARTED_AT_ONCE = 50;

export function openStreams(options: {
  supergraph: Generations;
  prepare: Prepare;
  plan: PlanEvents;
  run: RunOperation;
  upstreams: Upstreams;
  places: StreamPlaces;
  rates: Payers | null;
  maxQueued: number;
  deadlineMs: number;
  replayLast: (subscription: PreparedOperation) => boolean;
  metrics: SubscriptionMetrics;
  log: Logger;
}): Streams {
  const { supergraph, prepare, plan, upstreams, places, rates, metrics, log } = options;
  const all = new Set<Open>();
  let isDraining = false;

  async function answerOnce(
    operation: PreparedOperation,
    { variables }: StreamRequest,
    { viewer, headers, clientHeaders }: Caller,
  ): Promise<Opened> {
    const deadlineAt = performance.now() + options.deadlineMs;
    const text = await options.run(operation, variables, {
      viewer,
      headers,
      clientHeaders,
      deadlineAt,
    });
    return { stream: streamOf(text) };
  }

  function subscribe(operation: PreparedOperation, request: StreamRequest, caller: Caller): Opened {
    const planned = plan(operation, request.variables, caller);
    if ('errors' in planned) return planned;
    const place = places.take(caller.payer);
    if (typeof place !== 'function') return { refusal: place };
    const { headers, transport, viewer } = caller;
    let replaysLast = options.replayLast(operation);
    const control = clientStream({
      maxQueued: options.maxQueued,
      join: ({ subgraph, body }: EventExecution, listener) =>
        upstreams.join({ subgraph, body, headers, replaysLast }, listener),
      onEvent: () => metrics.events.inc({ transport }),
      onDropped: (events) => metrics.dropped.inc(events),
      onError: (error) => log.error({ err: error }, 'event could not be made'),
    });
    const restart = (next: Generation) => {
      const prepared = prepare(next, request);
      const again = 'errors' in prepared ? prepared : plan(prepared, request.variables, caller);
      if ('errors' in prepared || 'errors' in again)
        return control.end('schema', ends.schemaChanged);
      replaysLast = false;
      control.follow(again);
    };
    const open = { ...control, restart };
    all.add(open);
    metrics.clients.inc({ transport });
    const expiry = expiryTimer(viewer, () => control.end('expired', ends.tokenExpired));
    void control.stream.ended.then((reason) => {
      clearTimeout(expiry);
      all.delete(open);
      place();
      metrics.clients.dec({ transport });
      metrics.ended.inc({ reason });
    });
    control.follow(planned);
    return { stream: control.stream };
  }

  async function restartAll(next: Generation): Promise<void> {
    let count = 0;
    for (const open of [...all]) {
      if (++count % RESTARTED_AT_ONCE === 0) await new Promise(setImmediate);
      try {
        open.restart(next);
      } catch (error) {
        log.error({ err: error }, 'subscription could not go on');
        open.end('failed', ends.broken);
      }
    }
  }
  supergraph.onNext((next) => void restartAll(next));

  async function open(request: StreamRequest, caller: Caller): Promise<Opened> {
    const { viewer, payer, isGet } = caller;
    if (isDraining) return { refusal: ends.draining };
    if (viewer?.expiresAt !== undefined && viewer.expiresAt <= Date.now()) {
      return { refusal: ends.expiredAlready };
    }
    const operation = prepare(supergraph.current(), request);
    if ('errors' in operation) return operation;
    const wait =
      rates === null ? 0 : rates.charge(payer, rates.price(operation, request.variables));
    if (wait > 0) return { refusal: rateLimited(wait, rates?.fields(payer)) };
    if (operation.kind === 'subscription') return subscribe(operation, request, caller);
    if (operation.kind === 'mutation' && isGet) return { refusal: mutationByGet };
    return answerOnce(operation, request, caller);
  }

  return {
    open: (request, caller) =>
      open(request, caller).catch((error: unknown) => {
        // An operation that is valid, and cannot be planned.
        if (!(error instanceof GraphQLError)) throw error;
        if (speaksOfTheRequest(error.toJSON())) return { errors: [error.toJSON()] };
        log.error({ err: error }, 'stream could not be opened');
        return { errors: [masked()] };
      }),
    drain: () => {
      isDraining = true;
      for (const { end } of [...all]) end('draining', null, { atOnce: true });
    },
  };
}

const mutationByGet: Refusal = {
  status: 405,
  code: 'BAD_USER_INPUT',
  message: 'Mutations are sent by POST.',
  allow: 'POST',
};

function expiryTimer(viewer: Viewer | null, expire: () => void): NodeJS.Timeout | undefined {
  if (viewer?.expiresAt === undefined) return undefined;
  const left = Math.min(LONGEST_TIMER_MS, Math.max(0, viewer.expiresAt - Date.now()));
  return setTimeout(expire, left).unref();
}

/** The one answer of a query or a mutation as a stream. */
function streamOf(text: string): ClientStream {
  const { stream, end } = clientStream({
    maxQueued: 1,
    join: () => () => {},
    onEvent: () => {},
    onDropped: () => {},
    onError: () => {},
  });
  end('complete', text);
  return stream;
}
