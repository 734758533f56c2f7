import type { ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Names and values in turn, as ServerResponse.writeHead takes them at the least cost. */
export type RawHeaders = readonly string[];

/** What the router's answers are to a browser: data, never a document, in nobody's frame. */
export const DATA_POLICY = {
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
};

/** Helmet's options, for the pages that Fastify serves and for /graphql alike. */
export const helmetOptions = {
  contentSecurityPolicy: DATA_POLICY,
} as const;

/** The headers that helmet would set on every answer: none of them depends on the request. */
export function securityHeaders(): RawHeaders {
  const raw: string[] = [];
  const recorder = {
    setHeader: (name: string, value: string) => void raw.push(name.toLowerCase(), value),
    removeHeader: () => {},
  };
  helmet(helmetOptions)({} as never, recorder as unknown as ServerResponse, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  return raw;
}
