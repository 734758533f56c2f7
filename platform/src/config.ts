import { z } from 'zod';
import { BUS_ADDRESS } from './bus/protocol.ts';

/** Configuration that cannot be used; the message has one line per key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads typed configuration out of environment variables. An empty string counts as absent.
 * Throws ConfigError that names every key at fault.
 */
export function parseEnv<S extends z.ZodType>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`);
}

/** What every service reads from its environment. Names carry their units. */
export const ServiceEnv = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_MAX_CONNECTIONS: z.coerce.number().int().min(1).default(8),
  JWKS_URL: z.url(),
  TOKEN_ISSUER: z.string().min(1).default('souk'),
  TOKEN_AUDIENCE: z.string().min(1).default('souk'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  INSTANCE_ID: z.string().min(1).optional(),
  SEED_FILE: z.string().min(1).optional(),
  MAX_BODY_BYTES: z.coerce.number().int().min(1_024).default(1_048_576),
  DRAIN_DEADLINE_MS: z.coerce.number().int().min(0).default(5_000),
});

export type ServiceConfig = z.output<typeof ServiceEnv>;

/** Added by services that answer or ask by gRPC. */
export const RpcEnv = z.object({
  RPC_PORT: z.coerce.number().int().min(0).max(65_535),
  RPC_DEADLINE_MS: z.coerce.number().int().positive().default(1_000),
});

export const DiscoveryEnv = z.object({ DISCOVERY_FILE: z.string().min(1) });

/** Added by services that tell others what happened, or hear it. */
export const BusEnv = z.object({
  BUS_URL: z.string().regex(BUS_ADDRESS),
});
