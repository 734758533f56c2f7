import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HttpServer } from '@souk/platform/http-server';
import { pagePolicy } from '../landing/page-policy.ts';
import { entityTag, isMatched } from './response-fields.ts';

const PREFIX = '/docs';
const NOWHERE = { scripts: [], frames: [], images: [] };
/** Else browsers ask for /favicon.ico, and complain that there is none. */
const NO_ICON = '<link rel="icon" href="data:," />';

/**
 * Scalar's reference of the routes at /docs. All of it comes from the npm package and from here; its
 * policy lets a browser ask nobody else, whatever the page may try.
 */
export async function docsRoutes(
  http: HttpServer,
  openApiUrl: string,
  title: string,
): Promise<void> {
  // Its script is five megabytes of source: not loaded where nobody reads docs.
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  let script: Promise<Script> | null = null;
  await http.register(async (docs) => {
    docs.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string' || reply.statusCode !== 200) return payload;
      if (!String(reply.getHeader('content-type')).includes('javascript')) {
        const page = payload.replace('<head>', `<head>${NO_ICON}`);
        reply.header('content-security-policy', pagePolicy(page, NOWHERE));
        reply.header('cache-control', 'no-store').header('content-length', Buffer.byteLength(page));
        return page;
      }
      script ??= prepare(payload);
      const { etag, zipped } = await script;
      reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
      if (isMatched(request.headers['if-none-match'], etag)) {
        reply.code(304);
        return '';
      }
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return payload;
      reply.header('content-encoding', 'gzip').header('content-length', zipped.length);
      return zipped;
    });
    await docs.register(scalar, {
      routePrefix: PREFIX,
      configuration: {
        url: openApiUrl,
        pageTitle: `${title} · REST`,
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: 'never',
        hideClientButton: true,
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}

type Script = { readonly etag: string; readonly zipped: Buffer };

const prepare = async (text: string): Promise<Script> => ({
  etag: entityTag(text),
  zipped: await promisify(gzip)(text),
});
