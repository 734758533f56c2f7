import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUS_ADDRESS } from '@souk/platform/bus/protocol';
import { z } from 'zod';

/** The command line or the environment says something that cannot be meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type Options = {
  fresh: boolean;
  seed: boolean;
  /** Services to start; null: all. */
  only: readonly string[] | null;
  /** Instances per service, 1 where absent. */
  scale: Readonly<Record<string, number>>;
  portOffset: number;
  /** Where another bus is; null: the bus on the stack's own PostgreSQL. */
  bus: string | null;
  /** Absolute path. */
  dataDirectory: string;
};

export const MAX_INSTANCES = 9;

const HIGHEST_OFFSET = 50_000;

const BusUrl = z.string().regex(BUS_ADDRESS, {
  error: 'must be a URL that starts with postgres://, amqp:// or kafka://',
});

const Environment = z.object({
  SOUK_PORT_OFFSET: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(0, 'must not be negative')
    .max(HIGHEST_OFFSET, `must be at most ${HIGHEST_OFFSET}`)
    .default(0),
  SOUK_DATA_DIR: z.string().default('.data'),
  SOUK_BUS_URL: BusUrl.optional(),
});

const Scale = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*=[1-9]$/,
    `must look like products=3, with 1 to ${MAX_INSTANCES} instances`,
  )
  .transform((text): [string, number] => [text.slice(0, -2), Number(text.at(-1))]);

const Flags = z.object({
  fresh: z.boolean().default(false),
  'no-seed': z.boolean().default(false),
  help: z.boolean().default(false),
  bus: BusUrl.optional(),
  only: z
    .array(z.string().min(1, 'needs the name of a service'))
    .default([])
    .transform(commaSeparated),
  scale: z
    .array(z.string().min(1, 'needs the name of a service'))
    .default([])
    .transform(commaSeparated)
    .pipe(z.array(Scale)),
});

/**
 * Reads the command line and the environment. `services` are the names that exist, `root` the
 * folder that relative paths start from. Returns null where help is asked for.
 * Throws UsageError, whose message has a line per mistake.
 */
export function parseOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  services: readonly string[],
  root: string,
): Options | null {
  const flags = check(Flags, '--', split(argv));
  if (flags.help) return null;
  const environment = check(Environment, '', withoutEmpty(env));
  const scale = Object.fromEntries(flags.scale);
  const only = flags.only.length > 0 ? [...new Set(flags.only)] : null;
  refuseUnknown([...(only ?? []), ...Object.keys(scale)], services);
  const idle = Object.keys(scale).find((name) => only !== null && !only.includes(name));
  if (idle !== undefined) {
    throw new UsageError(`--scale ${idle}: --only leaves ${idle} out.`);
  }
  return {
    fresh: flags.fresh,
    seed: !flags['no-seed'],
    only,
    scale,
    portOffset: environment.SOUK_PORT_OFFSET,
    bus: flags.bus ?? environment.SOUK_BUS_URL ?? null,
    dataDirectory: path.resolve(root, environment.SOUK_DATA_DIR),
  };
}

function split(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        fresh: { type: 'boolean' },
        'no-seed': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        bus: { type: 'string' },
        only: { type: 'string', multiple: true },
        scale: { type: 'string', multiple: true },
      },
    }).values;
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${message.replace(/\.$/, '')}.`);
  }
}

function check<S extends z.ZodType>(schema: S, prefix: string, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `${prefix}${String(issue.path[0])} ${issue.message}.`,
  );
  throw new UsageError([...new Set(lines)].join('\n'));
}

function refuseUnknown(names: readonly string[], services: readonly string[]): void {
  const unknown = names.find((name) => !services.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(`There is no service "${unknown}". There are: ${services.join(', ')}.`);
}

function commaSeparated(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).filter((value) => value !== '');
}

const withoutEmpty = (env: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
