import { BusEnv, parseEnv, RpcEnv, ServiceEnv } from '@souk/platform/config';
import { z } from 'zod';

const Env = ServiceEnv.extend({
  ...BusEnv.shape,
  ...RpcEnv.pick({ RPC_PORT: true }).shape,
  /** How often reservations whose time is over are given back. */
  EXPIRY_INTERVAL_MS: z.coerce.number().int().min(10).default(1_000),
  /** Where a browser finds this service; image addresses start with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export type Config = z.output<typeof Env> & { PUBLIC_URL: string };

/** Throws ConfigError naming every key that cannot be used. */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const config = parseEnv(Env, env);
  const { PUBLIC_URL = `http://${config.HOST}:${config.PORT}` } = config;
  return { ...config, PUBLIC_URL: PUBLIC_URL.replace(/\/+$/, '') };
}
