import { type Readable, Transform } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { AppError, codes } from '@souk/platform/errors';
import type { HttpServer } from '@souk/platform/http-server';
import type { Logger } from '@souk/platform/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, problem } from '../rest/problem.ts';
import { requestIdOf } from '../transport/headers.ts';
import { endToEnd, passedOn } from './passed-headers.ts';
import { climbs, pathOf } from './path.ts';
import { type Upstream, UpstreamError } from './upstream.ts';

const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Passes everything under /auth on as it comes: method, path, query, body and answer, streamed, with
 * all cookies. What fails on the way is problem+json.
 */
export async function authRoutes(
  http: HttpServer,
  options: {
    upstream: Upstream;
    maxBodyBytes: number;
    /** Whether what proxies in front say of the client's host and scheme is passed on. */
    believesProxies: boolean;
    log: Logger;
  },
): Promise<void> {
  const { upstream, maxBodyBytes, believesProxies, log } = options;

  async function pass(request: FastifyRequest, reply: FastifyReply) {
    const { raw, body } = request;
    const path = pathOf(raw.url ?? '/');
    if (climbs(path)) throw new AppError('NOT_FOUND', 'There is nothing at this address.');
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const from = {
      address: raw.socket.remoteAddress ?? '',
      isSecure: (raw.socket as TLSSocket).encrypted === true,
      requestId: requestIdOf(raw.headers),
    };
    const answer = await upstream.send({
      method: request.method,
      path,
      headers: passedOn(raw.headers, from, believesProxies),
      body: body === undefined || body === null ? null : bounded(body as Readable, maxBodyBytes),
      signal: gone.signal,
    });
    reply.code(answer.statusCode).headers(endToEnd(answer.headers));
    if (request.method === 'HEAD' || WITHOUT_BODY.has(answer.statusCode)) {
      await answer.body.dump();
      return reply.send();
    }
    return reply.send(answer.body);
  }

  await http.register(
    async (auth) => {
      auth.removeAllContentTypeParsers();
      auth.addContentTypeParser('*', (_, payload, done) => done(null, payload));
      auth.setErrorHandler((error, _, reply) => {
        const told = problemOf(error);
        if (told.status >= 500) log.warn({ err: error }, 'could not be passed to /auth');
        return reply.code(told.status).type(PROBLEM_TYPE).send(JSON.stringify(told));
      });
      // What the service says of its own pages is not to be mixed with what we say of ours.
      auth.all('/', { helmet: false }, pass);
      auth.all('/*', { helmet: false }, pass);
    },
    { prefix: '/auth' },
  );
  http.addHook('onClose', () => upstream.close());
}

function problemOf(error: unknown) {
  if (error instanceof UpstreamError) {
    return error.isTimeout
      ? problem(504, 'SUBGRAPH_TIMEOUT', 'The service did not answer in time.')
      : problem(502, 'SUBGRAPH_UNAVAILABLE', 'The service is unavailable.');
  }
  if (error instanceof AppError) {
    return problem(codes[error.code].status, error.code, error.message);
  }
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  return statusCode !== undefined && statusCode < 500
    ? problem(statusCode, 'BAD_USER_INPUT', message)
    : problem(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
}

/** A body whose length nobody has announced is counted on its way. */
function bounded(body: Readable, maxBytes: number): Readable {
  let size = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size <= maxBytes) done(null, chunk);
      else done(new AppError('PAYLOAD_TOO_LARGE', 'The request body is too large.'));
    },
  });
  body.on('error', (error) => counter.destroy(error));
  return body.pipe(counter);
}
