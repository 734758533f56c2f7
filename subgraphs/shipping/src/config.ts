import { BusEnv, parseEnv, RpcEnv, ServiceEnv } from '@souk/platform/config';
import type { z } from 'zod';

const Env = ServiceEnv.extend(RpcEnv.pick({ RPC_PORT: true }).shape).extend(BusEnv.shape);

export type Config = z.output<typeof Env>;

/** Throws ConfigError naming every key that cannot be used. */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => parseEnv(Env, env);
