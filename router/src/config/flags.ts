import { parseArgs } from 'node:util';
import { ConfigError } from '@souk/platform/config';
import type { Layer } from './layers.ts';
import { meant } from './unknown-keys.ts';

/** Each flag, what it takes, and the variable that it stands for. */
export const FLAGS = {
  supergraph: { takes: 'FILE|URL|registry:DIR', env: 'SUPERGRAPH_FILE' },
  variant: { takes: 'NAME', env: 'SUPERGRAPH_VARIANT' },
  port: { takes: 'N', env: 'PORT' },
  host: { takes: 'HOST', env: 'HOST' },
  discovery: { takes: 'FILE', env: 'DISCOVERY_FILE' },
  'jwks-url': { takes: 'URL', env: 'JWKS_URL' },
  examples: { takes: 'DIR', env: 'EXAMPLES_DIR' },
  rest: { takes: 'DIR', env: 'REST_DIR' },
  'auth-subgraph': { takes: 'NAME', env: 'AUTH_SUBGRAPH' },
} as const;

export type Flags = {
  /** The variables that flags stand for. */
  readonly layer: Layer;
  readonly config: string | undefined;
  readonly asks: 'help' | 'print-config' | null;
};

/** Reads flags. Throws ConfigError for one that is not known or lacks its value. */
export function readFlags(args: readonly string[]): Flags {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const values = parse(args, names);
  const layer: Record<string, string> = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value === 'string') layer[variableOf(name, value)] = withoutMark(name, value);
  }
  return {
    layer,
    config: typeof values.config === 'string' ? values.config : undefined,
    asks: values.help === true ? 'help' : values['print-config'] === true ? 'print-config' : null,
  };
}

/** Marks a directory as a registry. */
const REGISTRY = /^registry:/;

const withoutMark = (name: string, value: string): string =>
  name === 'supergraph' ? value.replace(REGISTRY, '') : value;

function variableOf(name: keyof typeof FLAGS, value: string): string {
  if (name !== 'supergraph') return FLAGS[name].env;
  if (/^https?:\/\//i.test(value)) return 'SUPERGRAPH_URL';
  return REGISTRY.test(value) || /^postgres(ql)?:\/\//i.test(value)
    ? 'SUPERGRAPH_REGISTRY'
    : FLAGS[name].env;
}

function parse(args: readonly string[], names: readonly string[]) {
  const taking = [...names, 'config'];
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(taking.map((name) => [name, { type: 'string' } as const])),
        help: { type: 'boolean', short: 'h' },
        'print-config': { type: 'boolean' },
      },
    }).values as Record<string, string | boolean | undefined>;
  } catch (error) {
    const { message } = error as Error;
    const unknown = /option '--([\w-]+)'/.exec(message)?.[1] ?? '';
    const all = [...taking, 'help', 'print-config'];
    const hint = message.startsWith('Unknown option') ? meant(unknown, all) : '';
    throw new ConfigError(`${message}${hint} See --help.`);
  }
}
