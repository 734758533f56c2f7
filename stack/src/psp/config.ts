import { parseEnv } from '@souk/platform/config';
import { z } from 'zod';

const Endpoints = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((url) => url !== ''))
  .pipe(z.array(z.url({ protocol: /^https?$/ })));

const Env = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4_400),
  /** Where a cardholder's browser finds this process. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1),
  API_KEY: z.string().min(8),
  WEBHOOK_ENDPOINTS: Endpoints,
  WEBHOOK_SECRET: z.string().min(8),
  WEBHOOK_RETRY_MS: z.coerce.number().int().min(1).default(500),
  WEBHOOK_ATTEMPTS: z.coerce.number().int().min(1).default(1_000),
  REFUND_SETTLE_MS: z.coerce.number().int().min(0).default(2_000),
  SEED_FILE: z.string().min(1).optional(),
  ALLOW_RESET: z.stringbool().default(false),
  INSTANCE_ID: z.string().min(1).default('psp'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DRAIN_DEADLINE_MS: z.coerce.number().int().min(0).default(5_000),
});

export type Config = ReturnType<typeof readConfig>;

/** Throws ConfigError, which names every key at fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const config = parseEnv(Env, env);
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  return { ...config, PUBLIC_URL: publicUrl.replace(/\/$/, '') };
}

/** What `--help` prints. */
export const HELP = `Usage: node stack/src/psp/main.ts

A sandbox payment provider that speaks the part of Stripe's HTTP API that a shop uses. Money is play
money; the ledger is a file, and every answer that was given survives a crash.

Environment
  API_KEY             secret key that requests carry, such as sk_test_… (required)
  WEBHOOK_SECRET      signs webhooks, such as whsec_… (required)
  DATA_DIR            folder of the ledger (required)
  PORT, HOST          where to listen (4400, 127.0.0.1)
  PUBLIC_URL          this address as a browser sees it (http://localhost:PORT)
  WEBHOOK_ENDPOINTS   addresses that get events, separated by commas
  WEBHOOK_RETRY_MS    wait after the first failed attempt; doubles up to a minute (500)
  WEBHOOK_ATTEMPTS    attempts before an event is given up (1000)
  REFUND_SETTLE_MS    how long a slow refund is pending (2000)
  SEED_FILE           payments of a shop (NDJSON) that an empty ledger starts with
  ALLOW_RESET         1 allows POST /sandbox/reset
  LOG_LEVEL           fatal, error, warn, info, debug or silent (info)
  DRAIN_DEADLINE_MS   how long the end may take (5000)

Addresses
  /v1/payment_intents /v1/refunds /v1/payment_methods /v1/events   as Stripe
  /3ds/ID                  the bank's page of 3-D Secure
  /sandbox/faults          GET, POST: what goes wrong
  /sandbox/ledger          GET: every movement, totals per currency
  /sandbox/reset           POST: forgets everything, faults too
  /health/live /health/ready /metrics
`;
