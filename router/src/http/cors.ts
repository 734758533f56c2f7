import type { RawHeaders } from './response-headers.ts';

/** Who may ask from a browser. True: any origin. */
export type CorsRules = {
  readonly origins: true | readonly string[];
  /** Whether browsers may send cookies and other credentials along. Not with any origin. */
  readonly credentials: boolean;
};

const EXPOSED =
  'x-request-id, retry-after, ratelimit, ratelimit-policy, etag, link, location, partial-data';

/** For @fastify/cors, which answers preflights, also those of /graphql, and all else but /graphql. */
export const fastifyCors = ({ origins, credentials }: CorsRules) => ({
  origin: origins === true ? '*' : [...origins],
  credentials,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: EXPOSED,
  maxAge: 86_400,
});

/** The headers of an answer that is no preflight, by the request's Origin; made once per origin. */
export function corsHeaders({ origins, credentials }: CorsRules) {
  const exposed = ['access-control-expose-headers', EXPOSED];
  if (origins === true) {
    const anyone: RawHeaders = ['access-control-allow-origin', '*', ...exposed];
    return (_: string | undefined): RawHeaders => anyone;
  }
  const byOrigin = new Map<string, RawHeaders>();
  for (const origin of origins) {
    const allowed = ['vary', 'Origin', 'access-control-allow-origin', origin, ...exposed];
    if (credentials) allowed.push('access-control-allow-credentials', 'true');
    byOrigin.set(origin, allowed);
  }
  const stranger: RawHeaders = ['vary', 'Origin'];
  return (origin: string | undefined): RawHeaders =>
    (origin !== undefined && byOrigin.get(origin)) || stranger;
}
