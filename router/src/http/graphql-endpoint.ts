import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Found } from '../operations/find.ts';
import {
  methodNotAllowed,
  notAcceptable,
  notJson,
  type Refusal,
  tooLarge,
  unsupportedMediaType,
} from '../operations/refusal.ts';
import type { SubscriptionDoor } from '../subscriptions/subscription-door.ts';
import { requestIdOf } from '../transport/headers.ts';
import type { DoorMetrics } from './door-metrics.ts';
import type { Answering, Exchange } from './exchange.ts';
import type { HotPath } from './hot-path.ts';
import type { JudgedPath, Parts } from './judged-path.ts';
import { isJson } from './media-types.ts';
import { readBody } from './read-body.ts';

const APPLICATION_JSON = 'application/json; charset=utf-8';

/** A request that is refused before its body is parsed, or what it says. */
type Read = { readonly value: unknown } | Refusal;

type Streams = Pick<SubscriptionDoor, 'sse' | 'isSubscription'>;

/** GraphQL over HTTP: reads a request and chooses its way. */
export function graphqlEndpoint(options: {
  route: string;
  maxBodyBytes: number;
  negotiate: (accept: string | undefined) => string | null;
  /** Whether a header may ask for what only the judged path tells. */
  tellsPlans: boolean;
  find: (body: unknown) => Found | null;
  hot: HotPath;
  judged: JudgedPath;
  /** Null: streams are not served. */
  streams: Streams | null;
  answering: Answering;
  counts: DoorMetrics;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const { maxBodyBytes, negotiate, tellsPlans, find, hot, judged, answering, counts } = options;
  const { streams } = options;

  function post(exchange: Exchange, bytes: Buffer | 'too large'): void {
    const read = bytes === 'too large' ? tooLarge(maxBodyBytes) : parse(bytes);
    if (!('value' in read)) {
      answering.refuse(exchange, read);
      return;
    }
    const body = read.value;
    const asksPlan = tellsPlans && 'souk-expose-query-plan' in exchange.request.headers;
    const found = asksPlan ? null : find(body);
    if (found === null) {
      if (streams !== null && takesStream(exchange.request)) {
        void subscribeOrJudge(streams, exchange, body, { search: '', body });
        return;
      }
      counts.judged++;
      void judged.serve(exchange, { search: '', body });
    } else {
      counts.hot++;
      hot(exchange, found, body);
    }
  }

  /** For a client that takes answers of either kind. */
  async function subscribeOrJudge(
    door: Streams,
    exchange: Exchange,
    parameters: unknown,
    parts: Parts,
  ): Promise<void> {
    try {
      if (await door.isSubscription(parameters)) return await door.sse(exchange, parameters);
    } catch (error) {
      answering.fail(exchange, error);
      return;
    }
    counts.judged++;
    await judged.serve(exchange, parts);
  }

  /** For a client that takes a stream only. */
  function stream(door: Streams, exchange: Exchange): void {
    const { request } = exchange;
    const { headers, method, url } = request;
    if (method === 'GET') {
      request.resume();
      void door.sse(exchange, parametersIn(searchOf(url)));
      return;
    }
    const isReadable = isJson(headers['content-type']) && !headers['content-encoding'];
    if (method !== 'POST' || !isReadable) {
      request.resume();
      answering.refuse(exchange, method === 'POST' ? unsupportedMediaType : methodNotAllowed);
      return;
    }
    readBody(request, maxBodyBytes, (bytes) => {
      const read = bytes === 'too large' ? tooLarge(maxBodyBytes) : parse(bytes);
      if ('value' in read) void door.sse(exchange, read.value);
      else answering.refuse(exchange, read);
    });
  }

  return (request, response) => {
    const startedAt = performance.now();
    const { headers, method } = request;
    const mediaType = negotiate(headers.accept);
    const exchange: Exchange = {
      request,
      response,
      route: options.route,
      requestId: requestIdOf(headers),
      mediaType: mediaType ?? APPLICATION_JSON,
      startedAt,
    };
    if (mediaType === null && streams !== null && takesStream(request)) {
      return stream(streams, exchange);
    }
    if (mediaType === null) return answering.refuse(exchange, notAcceptable);
    if (method !== 'POST') {
      request.resume();
      if (method !== 'GET') return answering.refuse(exchange, methodNotAllowed);
      const search = searchOf(request.url);
      const parts = { search, body: undefined };
      if (streams !== null && takesStream(request)) {
        return void subscribeOrJudge(streams, exchange, parametersIn(search), parts);
      }
      counts.judged++;
      return void judged.serve(exchange, parts);
    }
    if (!isJson(headers['content-type']) || headers['content-encoding'] !== undefined) {
      request.resume();
      return answering.refuse(exchange, unsupportedMediaType);
    }
    readBody(request, maxBodyBytes, (bytes) => post(exchange, bytes));
  };
}

const takesStream = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.includes('text/event-stream') === true;

/** The parameters of a GET (GraphQL over HTTP, 5.4), as a body would have them. */
function parametersIn(search: string): Record<string, unknown> {
  const given: Record<string, unknown> = Object.fromEntries(new URLSearchParams(search));
  for (const name of ['variables', 'extensions']) {
    try {
      if (typeof given[name] === 'string') given[name] = JSON.parse(given[name]);
    } catch {
      // It stays a string, which is refused.
    }
  }
  return given;
}

function searchOf(url = ''): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

function parse(bytes: Buffer): Read {
  if (!isUtf8(bytes)) return notJson;
  try {
    return { value: JSON.parse(bytes.toString()) };
  } catch {
    return notJson;
  }
}
