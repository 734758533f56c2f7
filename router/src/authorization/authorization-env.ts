import { z } from 'zod';

const list = z.string().transform((text) => text.split(',').map((each) => each.trim()));

const issuer = z.strictObject({
  jwksUrl: z.url(),
  issuer: z.union([z.string(), z.array(z.string())]).optional(),
  audience: z.union([z.string(), z.array(z.string())]).optional(),
  algorithms: z.array(z.string()).optional(),
});

const issuers = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'a JSON list of issuers' });
      return z.NEVER;
    }
  })
  .pipe(z.array(issuer));

/** What identity and authorization read from the environment. */
export const authorizationEnv = {
  /** Where the keys are that sign access tokens; absent, with no TOKEN_ISSUERS: all are guests. */
  JWKS_URL: z.url().optional(),
  /** The `iss` of its tokens. */
  TOKEN_ISSUER: z.string().min(1).default('souk'),
  /** What their `aud` must hold. */
  TOKEN_AUDIENCE: z.string().min(1).default('souk'),
  /** What their `alg` may be, with commas between; absent: any asymmetric signature. */
  TOKEN_ALGORITHMS: list.optional(),
  /** Further issuers: JSON, a list of { jwksUrl, issuer, audience, algorithms }. */
  TOKEN_ISSUERS: issuers.default([]),
  /** Seconds by which the clocks of issuers and routers may differ. */
  TOKEN_CLOCK_TOLERANCE_SECONDS: z.coerce.number().min(0).max(300).default(0),
  /** The header that carries the token. */
  TOKEN_HEADER: z.string().min(1).toLowerCase().default('authorization'),
  /** The word before the token; `none`: the header is the token alone. */
  TOKEN_PREFIX: z.string().default('Bearer'),
  /** Refuses guests with 401, whatever they ask for. */
  REQUIRE_AUTHENTICATION: z.stringbool().default(false),
  /** Where refused fields are told: in `errors`, in `extensions`, or `disabled`. */
  AUTHORIZATION_ERRORS: z.enum(['errors', 'extensions', 'disabled']).default('errors'),
  /** Whether refused fields are logged. */
  AUTHORIZATION_LOG: z.stringbool().default(true),
  /** Refuses a whole request where a part of it is refused. */
  REJECT_UNAUTHORIZED: z.stringbool().default(false),
  /** Refuses nothing, and tells what would be refused. */
  AUTHORIZATION_DRY_RUN: z.stringbool().default(false),
} as const;
