import { hasSecret } from '../http/bearer-secret.ts';
import type { AddRoutes } from '../http/fastify-door.ts';
import { printUsage, type UsageFile } from './usage-file.ts';

/** `GET /usage` for who has the secret as a bearer token (RFC 6750): what was recorded so far. */
export const usageRoute =
  (secret: string, settled: () => UsageFile): AddRoutes =>
  async (http) => {
    const isAllowed = hasSecret(secret);
    http.get('/usage', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (!isAllowed(request.headers.authorization)) {
        return reply
          .code(401)
          .header('www-authenticate', 'Bearer')
          .send({ error: 'The bearer token is not the secret of the usage.' });
      }
      return reply.type('application/json; charset=utf-8').send(printUsage(settled()));
    });
  };
