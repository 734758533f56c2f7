import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { AppError, type Code, codes } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

export type HttpServer = FastifyInstance;

/** A failure in the shape that GraphQL clients expect, also for requests that never got that far. */
export const errorBody = (code: Code, message: string, details: object = {}) => ({
  errors: [{ message, extensions: { ...details, code } }],
});

const TRANSPORT_CODES: Readonly<Record<number, Code>> = {
  413: 'PAYLOAD_TOO_LARGE',
  404: 'NOT_FOUND',
};

/**
 * The HTTP server that every process runs: /health/live, /health/ready, /metrics, bounded bodies,
 * one shape of error. `ready` throws or answers false while the process should get no traffic.
 */
export function createHttpServer(options: {
  log: Logger;
  metrics: Metrics;
  maxBodyBytes: number;
  ready: () => Promise<boolean>;
  /** Answers a request whose address cannot be decoded, in another shape; false where it does not. */
  onBadAddress?: (request: FastifyRequest, reply: FastifyReply) => boolean;
}): HttpServer {
  const { log, metrics } = options;
  const refuseAddress = (request: FastifyRequest, reply: FastifyReply): void => {
    if (options.onBadAddress?.(request, reply)) return;
    reply.code(400).send(errorBody('BAD_USER_INPUT', 'The address cannot be decoded.'));
  };
  const app = Fastify({
    bodyLimit: options.maxBodyBytes,
    forceCloseConnections: 'idle',
    keepAliveTimeout: 65_000,
    requestTimeout: 30_000,
    // Parameters are as long as Node lets an address be: ids of others' graphs are not short.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    frameworkErrors: (_, request: unknown, reply: unknown) =>
      refuseAddress(request as FastifyRequest, reply as FastifyReply),
  }) as unknown as FastifyInstance;
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  // A connection kept alive by its last answer would hold up the drain until the client lets go.
  app.addHook('onSend', async (_, reply) => {
    if (draining) reply.header('connection', 'close');
  });

  // Refused before it is read, but not by hanging up: a client that is cut off while it still sends
  // sees a broken connection instead of the answer. Node discards what comes after the answer.
  app.addHook('onRequest', async (request) => {
    if (Number(request.headers['content-length'] ?? 0) > options.maxBodyBytes) {
      throw new AppError('PAYLOAD_TOO_LARGE', 'The request body is too large.', {
        maxBytes: options.maxBodyBytes,
      });
    }
  });

  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const ready = !draining && (await options.ready().catch(() => false));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );

  app.addHook('onResponse', async (request, reply) => {
    metrics.requestSeconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
      },
      reply.elapsedTime / 1_000,
    );
  });

  app.setNotFoundHandler((_, reply) =>
    reply.code(404).send(errorBody('NOT_FOUND', 'There is nothing at this address.')),
  );
  app.setErrorHandler((error: FastifyError | AppError, _, reply) => {
    if (error instanceof AppError) {
      const { status } = codes[error.code];
      return reply.code(status).send(errorBody(error.code, error.message, error.details));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const code = TRANSPORT_CODES[status] ?? 'BAD_USER_INPUT';
      return reply.code(status).send(errorBody(code, error.message));
    }
    log.error({ err: error }, 'request failed');
    return reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', 'Something went wrong here.'));
  });
  return app;
}
