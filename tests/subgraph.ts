import { createHttpServer, type HttpServer } from '@souk/platform/http-server';
import type { TokenVerifier } from '@souk/platform/identity';
import { createLogger, type Logger } from '@souk/platform/log';
import { createMetrics, type Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { serveSubgraph } from '@souk/platform/subgraph';
import { tokenVerifier } from '@souk/platform/token-verifier';

/** What compose() asks for besides a configuration; silent, and able to count. */
export type TestScope = {
  log: Logger;
  metrics: Metrics;
  /** SQL statements sent so far by what was composed with this scope. */
  statements: () => Promise<number>;
};

export function testScope(name = 'test'): TestScope {
  const metrics = createMetrics({ service: name, instance: name });
  return {
    log: createLogger({ name, level: 'silent' }),
    metrics,
    statements: async () => (await metrics.statements.get()).values[0]?.value ?? 0,
  };
}

/** The environment that every service reads, for parseConfig; add the service's own keys. */
export const testEnv = (
  databaseUrl: string,
  identity: { jwksUrl: string },
): Record<string, string> => ({
  PORT: '0',
  DATABASE_URL: databaseUrl,
  DATABASE_MAX_CONNECTIONS: '4',
  JWKS_URL: identity.jwksUrl,
  LOG_LEVEL: 'silent',
});

export type Answer = {
  /** HTTP status. */
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
  data?: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; [detail: string]: unknown };
  }[];
};

export type TestSubgraph = {
  /** Its address on the loopback. */
  url: string;
  http: HttpServer;
  /** Sends an operation through HTTP; without a token the viewer is a guest. */
  query: (source: string, variables?: object | null, token?: string | null) => Promise<Answer>;
  /** The codes of the errors of an operation, in order; empty when it succeeds. */
  codes: (source: string, variables?: object | null, token?: string | null) => Promise<string[]>;
  /** Asks `_entities` directly, as a router does; `selection` starts with `... on Type`. */
  entities: (
    representations: readonly object[],
    selection: string,
    token?: string | null,
  ) => Promise<Answer>;
  close: () => Promise<void>;
};

const ENTITIES = (selection: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;

/**
 * Serves what compose() returns on a free port, without migrating or seeding it (see
 * `freshDatabase`). Tokens are verified against `identity`, or with `'own'` against the key set
 * that the subgraph itself serves. Closing it closes the composition.
 */
export async function startTestSubgraph(
  composition: Composition,
  identity: { jwksUrl: string } | 'own',
): Promise<TestSubgraph> {
  const { log, metrics } = testScope();
  let verify: TokenVerifier = async () => null;
  const http = createHttpServer({
    log,
    metrics,
    maxBodyBytes: 1_048_576,
    ready: () => composition.ping().then(() => true),
  });
  await composition.routes?.(http);
  await serveSubgraph(http, composition.subgraph, (header) => verify(header), log);
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  const jwksUrl = identity === 'own' ? `${url}/.well-known/jwks.json` : identity.jwksUrl;
  verify = tokenVerifier({ jwksUrl, issuer: 'souk', audience: 'souk' });
  const background = await composition.background?.();

  const query: TestSubgraph['query'] = async (source, variables, token) => {
    const response = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: token ? { authorization: `Bearer ${token}` } : {},
      payload: { query: source, variables: variables ?? {} },
    });
    return { status: response.statusCode, ...response.json() };
  };
  return {
    url,
    http,
    query,
    codes: async (source, variables, token) =>
      ((await query(source, variables, token)).errors ?? []).map((error) => error.extensions.code),
    entities: (representations, selection, token) =>
      query(ENTITIES(selection), { representations }, token),
    close: async () => {
      await http.close();
      await background?.close();
      await composition.close();
    },
  };
}
