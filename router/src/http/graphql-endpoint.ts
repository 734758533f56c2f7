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
import { requestIdOf } from '../transport/headers.ts';
import type { DoorMetrics } from './door-metrics.ts';
import type { Answering, Exchange } from './exchange.ts';
import type { HotPath } from './hot-path.ts';
import type { JudgedPath } from './judged-path.ts';
import { isJson } from './media-types.ts';
import { readBody } from './read-body.ts';

const APPLICATION_JSON = 'application/json; charset=utf-8';

/** A request that is refused before its body is parsed, or what it says. */
type Read = { readonly value: unknown } | Refusal;

/** GraphQL over HTTP: reads a request and chooses its way. */
export function graphqlEndpoint(options: {
  maxBodyBytes: number;
  negotiate: (accept: string | undefined) => string | null;
  /** Whether a header may ask for what only the judged path tells. */
  tellsPlans: boolean;
  find: (body: unknown) => Found | null;
  hot: HotPath;
  judged: JudgedPath;
  answering: Answering;
  counts: DoorMetrics;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const { maxBodyBytes, negotiate, tellsPlans, find, hot, judged, answering, counts } = options;

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
      counts.judged++;
      void judged.serve(exchange, { search: '', body });
    } else {
      counts.hot++;
      hot(exchange, found, body);
    }
  }

  return (request, response) => {
    const startedAt = performance.now();
    const { headers, method } = request;
    const mediaType = negotiate(headers.accept);
    const exchange: Exchange = {
      request,
      response,
      requestId: requestIdOf(headers),
      mediaType: mediaType ?? APPLICATION_JSON,
      startedAt,
    };
    if (mediaType === null) return answering.refuse(exchange, notAcceptable);
    if (method !== 'POST') {
      request.resume();
      if (method !== 'GET') return answering.refuse(exchange, methodNotAllowed);
      counts.judged++;
      return void judged.serve(exchange, { search: searchOf(request.url), body: undefined });
    }
    if (!isJson(headers['content-type']) || headers['content-encoding'] !== undefined) {
      request.resume();
      return answering.refuse(exchange, unsupportedMediaType);
    }
    readBody(request, maxBodyBytes, (bytes) => post(exchange, bytes));
  };
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
