import type { Metrics } from '@souk/platform/metrics';
import { type CorsRules, corsHeaders } from './cors.ts';
import { endAnswer } from './end-answer.ts';
import type { Answering } from './exchange.ts';
import { type RawHeaders, securityHeaders } from './response-headers.ts';

const NONE: RawHeaders = [];
const NO_STORE: RawHeaders = ['cache-control', 'no-store'];

/** Sends an answer of /graphql in one write, with the headers that all of them have. */
export function responder(options: { cors: CorsRules; metrics: Metrics }): Answering['send'] {
  const cors = corsHeaders(options.cors);
  const security = securityHeaders();
  const { requestSeconds } = options.metrics;
  // Labels are looked up by their text each time otherwise.
  const usual = new Map<string, ReturnType<typeof requestSeconds.labels>>();

  function observe(method: string, route: string, status: number, seconds: number): void {
    if (status !== 200 || method !== 'POST') {
      requestSeconds.observe({ method, route, status }, seconds);
      return;
    }
    let ofRoute = usual.get(route);
    if (ofRoute === undefined) {
      ofRoute = requestSeconds.labels({ method, route, status });
      usual.set(route, ofRoute);
    }
    ofRoute.observe(seconds);
  }

  return ({ request, response, route, requestId, mediaType, startedAt }, status, text, headers) => {
    if (!response.destroyed) {
      const bytes = Buffer.byteLength(text);
      response.writeHead(status, [
        'content-type',
        mediaType,
        'content-length',
        String(bytes),
        'x-request-id',
        requestId,
        ...(headers.includes('cache-control') ? NONE : NO_STORE),
        ...cors(request.headers.origin),
        ...security,
        ...headers,
      ]);
      // One byte a character is ASCII, which is copied faster than it is encoded.
      endAnswer(request, response, text, bytes === text.length ? 'latin1' : 'utf8');
    }
    observe(request.method ?? '', route, status, (performance.now() - startedAt) / 1_000);
  };
}
