import { z } from 'zod';
import { hasSecret } from '../http/bearer-secret.ts';
import type { AddRoutes } from '../http/fastify-door.ts';
import type { Invalidator } from './invalidator.ts';

const Body = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({
    entities: z
      .array(
        z.strictObject({
          type: z.string().min(1),
          key: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .min(1)
      .max(1_000),
  }),
]);

/**
 * `POST /cache/invalidate` for who has the secret as a bearer token (RFC 6750): drops `all`, or the
 * entries that have any of `entities`, each a type and, for one alone, its key. Told of this router
 * only, unless its entries are in Redis. Answers with how many entries went.
 */
export const invalidateRoute =
  ({ secret, drop, clear }: { secret: string } & Invalidator): AddRoutes =>
  async (http) => {
    const isAllowed = hasSecret(secret);
    http.post('/cache/invalidate', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (!isAllowed(request.headers.authorization)) {
        return reply
          .code(401)
          .header('www-authenticate', 'Bearer')
          .send({ error: 'The bearer token is not the secret of the cache.' });
      }
      const told = Body.safeParse(request.body);
      if (!told.success) return reply.code(400).send({ error: z.prettifyError(told.error) });
      const dropped =
        'all' in told.data ? await clear('admin') : await drop(told.data.entities, 'admin');
      return { dropped };
    });
  };
