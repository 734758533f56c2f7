import { parseArgs } from 'node:util';
import { ConfigError, parseEnv } from '@souk/platform/config';
import { z } from 'zod';
import { authorizationEnv } from './authorization/authorization-env.ts';
import { overrideEnv } from './generation/override-env.ts';
import { doorEnv } from './http/door-env.ts';
import { demandEnv } from './limits/demand-env.ts';
import { transportEnv } from './transport/transport-env.ts';

const milliseconds = (byDefault: number) => z.coerce.number().int().positive().default(byDefault);
const limit = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault);

const RouterEnv = z.object({
  ...doorEnv,
  ...transportEnv,
  SUPERGRAPH_FILE: z.string().min(1),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4_000),
  DISCOVERY_FILE: z.string().min(1).optional(),
  ...authorizationEnv,
  ...demandEnv,
  ...overrideEnv,
  EXAMPLES_DIR: z.string().min(1),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  INTROSPECTION: z.stringbool().optional(),
  LANDING_PAGE: z.stringbool().optional(),
  INSTANCE_ID: z.string().min(1).default('router'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  REQUEST_DEADLINE_MS: milliseconds(15_000),
  DRAIN_DEADLINE_MS: milliseconds(5_000),
  MAX_TOKENS: limit(10_000),
  MAX_DEPTH: limit(20),
  MAX_ALIASES: limit(100),
  MAX_DIRECTIVES: limit(200),
  MAX_ROOT_FIELDS: limit(50),
  MAX_FIELDS: limit(5_000),
  MAX_PLANS: limit(1_000),
});

export type Config = Omit<
  z.output<typeof RouterEnv>,
  'INTROSPECTION' | 'LANDING_PAGE' | 'CORS_ORIGINS'
> & {
  INTROSPECTION: boolean;
  LANDING_PAGE: boolean;
  /** True: any origin. */
  CORS_ORIGINS: true | readonly string[];
};

/** Each flag and the key that it stands for. */
const FLAGS = {
  supergraph: 'SUPERGRAPH_FILE',
  port: 'PORT',
  host: 'HOST',
  discovery: 'DISCOVERY_FILE',
  'jwks-url': 'JWKS_URL',
  examples: 'EXAMPLES_DIR',
} as const;

export const usage = `Usage: node router/src/main.ts [options]

Serves a federation 2 supergraph at /graphql.

Options (and the environment variable that each stands for)
  --supergraph FILE  the supergraph, watched for changes     SUPERGRAPH_FILE
  --port N           port to listen on, 4000                 PORT
  --host HOST        address to listen on, 127.0.0.1         HOST
  --discovery FILE   where subgraph instances are, watched;  DISCOVERY_FILE
                     without it: the supergraph's addresses
  --jwks-url URL     keys that sign access tokens; without   JWKS_URL
                     it nobody is refused here, and tokens
                     are passed to subgraphs unverified
  --examples DIR     .graphql files for the landing page     EXAMPLES_DIR
  --help             this text

Environment besides: TOKEN_ISSUER, TOKEN_AUDIENCE, CORS_ORIGINS, NODE_ENV, INTROSPECTION,
LANDING_PAGE, INSTANCE_ID, LOG_LEVEL, REQUEST_DEADLINE_MS, FETCH_DEADLINE_MS,
MUTATION_DEADLINE_MS, DRAIN_DEADLINE_MS, SUBGRAPH_CONNECTIONS, SUBGRAPH_MAX_RESPONSE_BYTES,
TRANSPORT (JSON, see transport-config.ts),
MAX_BODY_BYTES, MAX_TOKENS, MAX_DEPTH, MAX_ALIASES, MAX_DIRECTIVES, MAX_ROOT_FIELDS, MAX_FIELDS, MAX_PLANS,
CORS_CREDENTIALS, MAX_BATCH, PERSISTED_QUERIES, TRUSTED_DOCUMENTS_FILE, TRUSTED_DOCUMENTS,
RATE_LIMIT_PER_SECOND, RATE_LIMIT_BURST, TRUST_PROXY, DRAIN_IDLE_MS, TOKEN_ALGORITHMS,
TOKEN_ISSUERS, TOKEN_CLOCK_TOLERANCE_SECONDS, TOKEN_HEADER, TOKEN_PREFIX, REQUIRE_AUTHENTICATION,
AUTHORIZATION_ERRORS, AUTHORIZATION_LOG, REJECT_UNAUTHORIZED, AUTHORIZATION_DRY_RUN,
DEMAND_CONTROL, MAX_COST, COST_LIST_SIZE.
`;

/**
 * Reads flags, then environment, then defaults. Null: help was asked for. Throws ConfigError that
 * names every key at fault.
 */
export function parseConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  defaults: { readonly SUPERGRAPH_FILE: string; readonly EXAMPLES_DIR: string },
): Config | null {
  const flags = parseFlags(args);
  if (flags.help === true) return null;
  const given: Record<string, string | undefined> = { ...defaults };
  for (const [key, value] of Object.entries(env)) if (value) given[key] = value;
  for (const [flag, key] of Object.entries(FLAGS)) {
    const value = flags[flag as keyof typeof FLAGS];
    if (value !== undefined) given[key] = value;
  }
  const parsed = parseEnv(RouterEnv, given);
  refuseContradictions(parsed);
  const development = parsed.NODE_ENV !== 'production';
  return {
    ...parsed,
    INTROSPECTION: parsed.INTROSPECTION ?? development,
    LANDING_PAGE: parsed.LANDING_PAGE ?? development,
    CORS_ORIGINS:
      parsed.CORS_ORIGINS === '*' || parsed.CORS_ORIGINS.split(',').map((origin) => origin.trim()),
  };
}

function refuseContradictions(env: z.output<typeof RouterEnv>): void {
  if (env.REQUIRE_AUTHENTICATION && env.JWKS_URL === undefined && env.TOKEN_ISSUERS.length === 0) {
    throw new ConfigError('REQUIRE_AUTHENTICATION needs JWKS_URL or TOKEN_ISSUERS.');
  }
  if (env.CORS_CREDENTIALS && env.CORS_ORIGINS === '*') {
    throw new ConfigError('CORS_CREDENTIALS needs CORS_ORIGINS that are named, not *.');
  }
  if (env.TRUSTED_DOCUMENTS !== 'optional' && env.TRUSTED_DOCUMENTS_FILE === undefined) {
    throw new ConfigError('TRUSTED_DOCUMENTS cannot be enforced without TRUSTED_DOCUMENTS_FILE.');
  }
}

function parseFlags(args: readonly string[]) {
  const value = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: value,
        port: value,
        host: value,
        discovery: value,
        'jwks-url': value,
        examples: value,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}. See --help.`);
  }
}
