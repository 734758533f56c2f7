import { z } from 'zod';
import { TransportConfig } from './transport-config.ts';

const atLeastOne = z.coerce.number().int().min(1).optional();

const transport = z
  .string()
  .default('{}')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(TransportConfig);

/** What the transports read from the environment. */
export const transportEnv = {
  /** JSON of a TransportConfig: what differs from its defaults. */
  TRANSPORT: transport,
  /** For all subgraphs, in place of `all.queryDeadlineMs` and so on. */
  FETCH_DEADLINE_MS: atLeastOne,
  MUTATION_DEADLINE_MS: atLeastOne,
  SUBGRAPH_CONNECTIONS: atLeastOne,
  SUBGRAPH_MAX_RESPONSE_BYTES: atLeastOne,
} as const;

const ALL = {
  FETCH_DEADLINE_MS: 'queryDeadlineMs',
  MUTATION_DEADLINE_MS: 'mutationDeadlineMs',
  SUBGRAPH_CONNECTIONS: 'connections',
  SUBGRAPH_MAX_RESPONSE_BYTES: 'maxResponseBytes',
} as const;

export function transportOf(
  env: { readonly TRANSPORT: TransportConfig } & {
    readonly [Key in keyof typeof ALL]?: number | undefined;
  },
): TransportConfig {
  const { all, ...rest } = env.TRANSPORT;
  const given = Object.entries(ALL).flatMap(([key, name]) => {
    const value = env[key as keyof typeof ALL];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...rest, all: { ...all, ...Object.fromEntries(given) } };
}
