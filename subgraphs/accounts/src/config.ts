import { parseEnv, ServiceEnv } from '@souk/platform/config';
import { z } from 'zod';

const seconds = z.coerce.number().int().positive();

const Env = ServiceEnv.extend({
  /** Seals the private signing keys in the database, and keys better-auth's own signatures. */
  AUTH_SECRET: z.string().min(32),
  ACCESS_TOKEN_SECONDS: seconds.default(600),
  /** A session ends when it was not refreshed for so long. */
  SESSION_SECONDS: seconds.default(30 * 86_400),
  /** A refresh token that comes again so soon is a race, later it is a theft. */
  REFRESH_LEEWAY_SECONDS: z.coerce.number().int().min(0).default(10),
  SIGNING_KEY_ROTATION_SECONDS: seconds.default(7 * 86_400),
  /** How long a retired key stays in the key set; must outlive the last token that it signed. */
  SIGNING_KEY_GRACE_SECONDS: seconds.default(3_600),
  /** How long a replica signs with the key that it knows before it looks for a newer one. */
  SIGNING_KEY_RELOAD_SECONDS: z.coerce.number().int().min(0).default(30),
  /** Wrong passwords for one e-mail address from one IP address, in one window. */
  SIGN_IN_MAX_ATTEMPTS: z.coerce.number().int().positive().default(20),
  SIGN_IN_WINDOW_SECONDS: seconds.default(900),
}).refine(
  (env) =>
    env.SIGNING_KEY_GRACE_SECONDS > env.ACCESS_TOKEN_SECONDS + env.SIGNING_KEY_RELOAD_SECONDS,
  {
    path: ['SIGNING_KEY_GRACE_SECONDS'],
    message: 'must be longer than ACCESS_TOKEN_SECONDS and SIGNING_KEY_RELOAD_SECONDS together',
  },
);

export type Config = z.output<typeof Env>;

/** Throws ConfigError naming every key that cannot be used. */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => parseEnv(Env, env);
