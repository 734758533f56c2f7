import { BusEnv, DiscoveryEnv, parseEnv, RpcEnv, ServiceEnv } from '@souk/platform/config';
import { z } from 'zod';

/** Orders asks others by gRPC but serves none, so it takes no RPC_PORT. */
const Env = ServiceEnv.extend({
  ...DiscoveryEnv.shape,
  ...BusEnv.shape,
  ...RpcEnv.pick({ RPC_DEADLINE_MS: true }).shape,
  /** How long the deadlines of a checkout take, as a multiple of what they are; less than 1 for tests. */
  CHECKOUT_PACE: z.coerce.number().positive().default(1),
  /** For how long placeOrder waits for the outcome. */
  PLACE_WAIT_MS: z.coerce.number().int().min(0).default(5_000),
  /** After how long a question that was not answered is asked by another replica. */
  ASK_LEASE_MS: z.coerce.number().int().min(100).default(3_000),
  /** How often deadlines and open questions are looked for. */
  CHECKOUT_INTERVAL_MS: z.coerce.number().int().min(10).default(1_000),
});

export type Config = z.output<typeof Env>;

/** Throws ConfigError naming every key that cannot be used. */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => parseEnv(Env, env);
