import { BusEnv, parseEnv, ServiceEnv } from '@souk/platform/config';
import { z } from 'zod';

const Env = ServiceEnv.extend({
  ...BusEnv.shape,
  /** Another host that speaks Stripe's API; absent, it is Stripe. */
  STRIPE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .nullable()
    .default(null),
  STRIPE_SECRET_KEY: z.string().min(8),
  STRIPE_WEBHOOK_SECRET: z.string().min(8),
  /** How long one request to the provider may take. */
  STRIPE_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
  /** Where card holders come back to from their bank; `{orderId}` is replaced. */
  PAYMENT_RETURN_URL: z.string().min(1).default('http://localhost:3000/orders/{orderId}'),
  /** How many payments are worked on at once by this process. */
  PROVIDER_CONCURRENCY: z.coerce.number().int().min(1).default(16),
  /** How often payments are looked for of which nothing has been heard. */
  SWEEP_INTERVAL_MS: z.coerce.number().int().min(10).default(15_000),
  /** How long a payment may go unheard of before the provider is asked. */
  SWEEP_AFTER_MS: z.coerce.number().int().min(0).default(30_000),
});

export type Config = z.output<typeof Env>;

/** Throws ConfigError naming every key that cannot be used. */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => parseEnv(Env, env);
