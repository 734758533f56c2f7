import type { Logger } from '@souk/platform/log';
import type { TokenIssuer, TokenOptions } from '@souk/platform/token-verifier';
import type { z } from 'zod';
import type { authorizationEnv } from './authorization-env.ts';
import type { AuthorizationOptions } from './options.ts';

type Keys = keyof typeof authorizationEnv;
type Env = z.output<z.ZodObject<{ [Key in Keys]: (typeof authorizationEnv)[Key] }>>;

/** How refusals are answered and logged, from the configuration. */
export const authorizationOptions = (env: Env, log: Logger): AuthorizationOptions => ({
  response: env.AUTHORIZATION_ERRORS,
  rejectUnauthorized: env.REJECT_UNAUTHORIZED,
  dryRun: env.AUTHORIZATION_DRY_RUN,
  ...(env.AUTHORIZATION_LOG && {
    onRefused: (paths) => log.info({ paths }, 'unauthorized fields withheld'),
  }),
});

/** Whose tokens are believed, from the configuration; empty: nobody's. */
export function tokenIssuers(env: Env): readonly TokenIssuer[] {
  const { JWKS_URL, TOKEN_ALGORITHMS } = env;
  const further = env.TOKEN_ISSUERS.map(({ issuer, audience, algorithms, jwksUrl }) => ({
    jwksUrl,
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
    ...(algorithms !== undefined && { algorithms }),
  }));
  if (JWKS_URL === undefined) return further;
  const first: TokenIssuer = {
    jwksUrl: JWKS_URL,
    issuer: env.TOKEN_ISSUER,
    audience: env.TOKEN_AUDIENCE,
    ...(TOKEN_ALGORITHMS && { algorithms: TOKEN_ALGORITHMS }),
  };
  return [first, ...further];
}

export const tokenOptions = (env: Env): TokenOptions => ({
  clockToleranceSeconds: env.TOKEN_CLOCK_TOLERANCE_SECONDS,
  prefix: env.TOKEN_PREFIX === 'none' ? '' : env.TOKEN_PREFIX,
  isRequired: env.REQUIRE_AUTHENTICATION,
});
