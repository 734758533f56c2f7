import fastifyStatic from '@fastify/static';
import type { HttpServer } from '@souk/platform/http-server';

/** Serves the pictures of products at /images; a picture that changes gets another name. */
export const imageRoutes = (folder: string) => async (http: HttpServer) => {
  await http.register(fastifyStatic, {
    root: folder,
    prefix: '/images/',
    index: false,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('x-content-type-options', 'nosniff');
      // A drawing that is opened by itself can run nothing.
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    },
  });
};
