import type { Metrics } from '@souk/platform/metrics';
import { type CorsRules, corsHeaders } from './cors.ts';
import { endAnswer } from './end-answer.ts';
import type { Answering } from './exchange.ts';
import { securityHeaders } from './response-headers.ts';

/** Sends an answer of /graphql in one write, with the headers that all of them have. */
export function responder(options: { cors: CorsRules; metrics: Metrics }): Answering['send'] {
  const cors = corsHeaders(options.cors);
  const security = securityHeaders();
  const { requestSeconds } = options.metrics;
  return ({ request, response, requestId, mediaType, startedAt }, status, text, headers) => {
    if (!response.destroyed) {
      response.writeHead(status, [
        'content-type',
        mediaType,
        'content-length',
        String(Buffer.byteLength(text)),
        'x-request-id',
        requestId,
        'cache-control',
        'no-store',
        ...cors(request.headers.origin),
        ...security,
        ...headers,
      ]);
      endAnswer(request, response, text);
    }
    requestSeconds.observe(
      { method: request.method ?? '', route: '/graphql', status },
      (performance.now() - startedAt) / 1_000,
    );
  };
}
