import { DiscoveryEnv, parseEnv, RpcEnv, ServiceEnv } from '@souk/platform/config';
import type { z } from 'zod';

/** Orders asks others by gRPC but serves none, so it takes no RPC_PORT. */
const Env = ServiceEnv.extend(DiscoveryEnv.shape).extend(
  RpcEnv.pick({ RPC_DEADLINE_MS: true }).shape,
);

export type Config = z.output<typeof Env>;

/** Throws ConfigError naming every key that cannot be used. */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => parseEnv(Env, env);
