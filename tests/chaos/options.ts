import { parseArgs } from 'node:util';
import { z } from 'zod';

export const USAGE = `Usage: npm run chaos -- [options]

Starts a stack of its own and lets shoppers and staff loose on it while things break: services are
killed, stopped and restarted, PostgreSQL crashes, the payment provider misbehaves. Then everything
is healed, and what was left behind is held against the invariants. The table is the result; progress
goes to stderr. Exit code 1: an invariant was breached. 2: a mistake in the options.

Options
  --seed N        what breaks, when, and who buys what           (default: 1)
  --checkouts N   how many checkouts                             (default: 1000)
  --shoppers N    how many at once                               (default: 24)
  --quick         a short form: 150 checkouts, 12 shoppers
  --bus URL       a broker, amqp://… or kafka://…; or rabbitmq or kafka, to start one that breaks
                  down too                                       (default: PostgreSQL)
  --pace N        the saga's deadlines are this much of what they are (default: 0.04)
  --no-faults     nothing breaks
  --keep          keep the data folder, and say where it is
  --help          this text
`;

const whole = (least: number) => z.coerce.number().int().min(least);

const Flags = z.object({
  seed: whole(0).default(1),
  checkouts: whole(1).optional(),
  shoppers: whole(1).optional(),
  quick: z.boolean().default(false),
  bus: z
    .string()
    .regex(/^(rabbitmq|kafka|(postgres(ql)?|amqps?|kafka):\/\/.+)$/)
    .optional(),
  pace: z.coerce.number().gt(0).max(1).default(0.04),
  'no-faults': z.boolean().default(false),
  keep: z.boolean().default(false),
  help: z.boolean().default(false),
});

export type Options = {
  seed: number;
  checkouts: number;
  shoppers: number;
  /** A URL; the name of a broker to start; null for PostgreSQL. */
  bus: string | null;
  pace: number;
  faults: boolean;
  keep: boolean;
};

/** Null where help is asked for. Throws an Error that says what cannot be meant. */
export function parseOptions(argv: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seed: { type: 'string' },
      checkouts: { type: 'string' },
      shoppers: { type: 'string' },
      quick: { type: 'boolean' },
      bus: { type: 'string' },
      pace: { type: 'string' },
      'no-faults': { type: 'boolean' },
      keep: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const parsed = Flags.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`--${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { quick, help, bus, checkouts, shoppers, ...flags } = parsed.data;
  if (help) return null;
  return {
    seed: flags.seed,
    checkouts: checkouts ?? (quick ? 150 : 1_000),
    shoppers: shoppers ?? (quick ? 12 : 24),
    bus: bus ?? null,
    pace: flags.pace,
    faults: !flags['no-faults'],
    keep: flags.keep,
  };
}
