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
  JWKS_URL: z.url().optional().meta({
    path: 'authentication.jwks_url',
    description:
      'Address of the keys that sign access tokens; without it, and without further issuers, all are guests and tokens go on unverified.',
  }),
  TOKEN_ISSUER: z.string().min(1).default('souk').meta({
    path: 'authentication.issuer',
    description: 'The iss of tokens signed with those keys.',
  }),
  TOKEN_AUDIENCE: z
    .string()
    .min(1)
    .default('souk')
    .meta({ path: 'authentication.audience', description: 'What the aud of tokens must hold.' }),
  TOKEN_ALGORITHMS: list.optional().meta({
    path: 'authentication.algorithms',
    description:
      'What the alg of tokens may be, with commas between; absent: any asymmetric signature.',
    list: true,
  }),
  TOKEN_ISSUERS: issuers.default([]).meta({
    path: 'authentication.issuers',
    description:
      'Further issuers: list of jwks_url, issuer, audience and algorithms; in the environment JSON.',
    json: z.array(issuer),
    default: [],
  }),
  TOKEN_CLOCK_TOLERANCE_SECONDS: z.coerce.number().min(0).max(300).default(0).meta({
    path: 'authentication.clock_tolerance_seconds',
    description: 'Seconds by which the clocks of issuers and routers may differ.',
  }),
  TOKEN_HEADER: z
    .string()
    .min(1)
    .toLowerCase()
    .default('authorization')
    .meta({ path: 'authentication.header', description: 'Header that carries the token.' }),
  TOKEN_PREFIX: z.string().default('Bearer').meta({
    path: 'authentication.prefix',
    description: 'Word before the token; none: the header is the token alone.',
  }),
  REQUIRE_AUTHENTICATION: z.stringbool().default(false).meta({
    path: 'authentication.required',
    description: 'Whether guests are refused with 401, whatever they ask for.',
  }),
  AUTHORIZATION_ERRORS: z.enum(['errors', 'extensions', 'disabled']).default('errors').meta({
    path: 'authorization.errors',
    description: 'Where refused fields are told: in errors, in extensions, or nowhere (disabled).',
  }),
  AUTHORIZATION_LOG: z
    .stringbool()
    .default(true)
    .meta({ path: 'authorization.log', description: 'Whether refused fields are logged.' }),
  REJECT_UNAUTHORIZED: z.stringbool().default(false).meta({
    path: 'authorization.reject',
    description: 'Whether a request is refused as a whole where a part of it is.',
  }),
  AUTHORIZATION_DRY_RUN: z.stringbool().default(false).meta({
    path: 'authorization.dry_run',
    description: 'Whether nothing is refused, and only told what would be.',
  }),
} as const;
