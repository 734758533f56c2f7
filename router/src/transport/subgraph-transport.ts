import type { Logger } from '@souk/platform/log';
import type { Dispatcher } from 'undici';
import {
  badResponse,
  isMasked,
  isRecord,
  timedOut,
  unavailable,
} from '../errors/subgraph-error.ts';
import type { SubgraphAnswer } from '../execute/request.ts';
import type { Endpoints } from './instances.ts';
import type { Pools } from './pools.ts';

export type SubgraphRequest = {
  readonly isMutation: boolean;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The request's deadline. */
  readonly signal: AbortSignal;
};

export type SubgraphTransport = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

export type Deadlines = { readonly queryMs: number; readonly mutationMs: number };

/**
 * Sends operations to one subgraph. A connection that fails costs a query its turn on that
 * instance, and the next instance is tried; mutations are sent once. Never throws.
 */
export function subgraphTransport(
  name: string,
  endpoints: Endpoints,
  pools: Pools,
  deadlines: Deadlines,
  log: Logger,
): SubgraphTransport {
  return async (request) => {
    const { isMutation, signal } = request;
    const deadline = new AbortController();
    const abort = () => deadline.abort();
    const timer = setTimeout(abort, isMutation ? deadlines.mutationMs : deadlines.queryMs);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      const known = endpoints.next();
      // A lone instance gets a second try: an idle connection may just have been closed.
      const tries = isMutation
        ? known.slice(0, 1)
        : known.length === 1
          ? [...known, ...known]
          : known;
      for (const endpoint of tries) {
        const answer = await attempt(endpoint, request, deadline.signal);
        if (answer !== null) return answer;
        endpoints.unreachable(endpoint);
      }
      return { failure: unavailable(name) };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  };

  /** Null: the connection failed. */
  async function attempt(
    endpoint: URL,
    { body, headers }: SubgraphRequest,
    signal: AbortSignal,
  ): Promise<SubgraphAnswer | null> {
    if (signal.aborted) return { failure: timedOut(name) };
    try {
      const response = await pools.of(endpoint.origin).request({
        method: 'POST',
        path: endpoint.pathname + endpoint.search,
        headers,
        body,
        signal,
      });
      return await read(response);
    } catch (error) {
      if (signal.aborted) {
        log.warn({ subgraph: name }, 'subgraph did not answer in time');
        return { failure: timedOut(name) };
      }
      const { code, message } = error as NodeJS.ErrnoException;
      const reason = code ?? message;
      log.warn({ subgraph: name, origin: endpoint.origin, reason }, 'subgraph not reached');
      return null;
    }
  }

  async function read({ statusCode, body }: Dispatcher.ResponseData): Promise<SubgraphAnswer> {
    const text = await body.text();
    const parsed = parseJson(text);
    if (!isRecord(parsed) || !('data' in parsed || Array.isArray(parsed.errors))) {
      log.warn({ subgraph: name, statusCode }, 'subgraph answered something else than GraphQL');
      return { failure: statusCode >= 500 ? unavailable(name) : badResponse(name) };
    }
    const errors = Array.isArray(parsed.errors) ? parsed.errors.filter(isRecord) : [];
    const masked = errors.filter(isMasked);
    if (masked.length > 0)
      log.warn({ subgraph: name, statusCode, errors: masked }, 'masked errors');
    return { data: isRecord(parsed.data) ? parsed.data : null, errors };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
