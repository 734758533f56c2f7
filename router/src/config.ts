import { readFileSync } from 'node:fs';
import { ConfigError } from '@souk/platform/config';
import { z } from 'zod';
import { authEnv } from './auth/auth-env.ts';
import { authorizationEnv } from './authorization/authorization-env.ts';
import { cacheEnv } from './cache/cache-env.ts';
import type { Layer } from './config/layers.ts';
import { processEnv } from './config/process-env.ts';
import { type Asked, readConfig } from './config/read-config.ts';
import { contractsEnv } from './contracts/contracts-env.ts';
import { overrideEnv } from './generation/override-env.ts';
import { supergraphEnv } from './generation/supergraph-env.ts';
import { doorEnv } from './http/door-env.ts';
import { demandEnv } from './limits/demand-env.ts';
import { restEnv } from './rest/rest-env.ts';
import { subscriptionEnv } from './subscriptions/subscription-env.ts';
import { tracingEnv } from './telemetry/tracing-env.ts';
import { transportEnv } from './transport/transport-env.ts';
import { usageEnv } from './usage/usage-env.ts';

/** Every key. In router.yaml and in --help they come in this order. */
export const RouterEnv = z.object({
  ...supergraphEnv,
  ...contractsEnv,
  ...overrideEnv,
  ...processEnv,
  ...doorEnv,
  ...transportEnv,
  ...authorizationEnv,
  ...demandEnv,
  ...cacheEnv,
  ...subscriptionEnv,
  ...restEnv,
  ...authEnv,
  ...tracingEnv,
  ...usageEnv,
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

type Defaults = { readonly SUPERGRAPH_FILE: string; readonly EXAMPLES_DIR: string };

/**
 * Reads flags, then environment, then router.yaml, then defaults; or gives the text that a flag
 * asks for. Throws ConfigError that names every key at fault.
 */
export function readCommand(
  args: readonly string[],
  env: Layer,
  defaults: Defaults,
): Asked<Config> {
  const asked = readConfig(RouterEnv, {
    args,
    env,
    defaults,
    readFile: (file) => readFileSync(file, 'utf8'),
  });
  if ('text' in asked) return asked;
  const parsed = asked.values;
  refuseContradictions(parsed);
  const development = parsed.NODE_ENV !== 'production';
  return {
    values: {
      ...parsed,
      INTROSPECTION: parsed.INTROSPECTION ?? development,
      LANDING_PAGE: parsed.LANDING_PAGE ?? development,
      CORS_ORIGINS:
        parsed.CORS_ORIGINS === '*' ||
        parsed.CORS_ORIGINS.split(',').map((origin) => origin.trim()),
    },
  };
}

/** The same where text is of no interest: null. */
export function parseConfig(
  args: readonly string[],
  env: Layer,
  defaults: Defaults,
): Config | null {
  const asked = readCommand(args, env, defaults);
  return 'text' in asked ? null : asked.values;
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
