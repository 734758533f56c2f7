import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@souk/platform/identity';
import { forwardedHeaders } from '../transport/headers.ts';
import type { RequestScope } from './scope.ts';

/** The scope of a request that begins now. `forwarded`: names of headers that subgraphs get besides. */
export const requestScope = (
  request: IncomingMessage,
  viewer: Viewer | null,
  requestId: string,
  deadlineMs: number,
  forwarded: readonly string[],
): RequestScope => ({
  viewer,
  headers: forwardedHeaders(
    request.headers,
    requestId,
    request.socket.remoteAddress ?? '',
    forwarded,
  ),
  clientHeaders: request.headers,
  deadlineAt: performance.now() + deadlineMs,
  answer: { cacheControl: null },
});
