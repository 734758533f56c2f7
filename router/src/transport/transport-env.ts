import { z } from 'zod';
import { json } from '../config/json-text.ts';
import { TransportConfig } from './transport-config.ts';

const atLeastOne = z.coerce.number().int().min(1).optional();

/** What the transports read from the environment. */
export const transportEnv = {
  TRANSPORT: json('{}', TransportConfig).meta({
    path: 'transport',
    description:
      'How subgraphs are asked: what holds for all, and by name what is different; in the environment JSON.',
    json: TransportConfig,
    default: {},
  }),
  FETCH_DEADLINE_MS: atLeastOne.meta({
    path: 'transport.all.query_deadline_ms',
    description: "Milliseconds of a query's fetch, its retries included.",
    shorthand: true,
  }),
  MUTATION_DEADLINE_MS: atLeastOne.meta({
    path: 'transport.all.mutation_deadline_ms',
    description: "Milliseconds of a mutation's fetch.",
    shorthand: true,
  }),
  SUBGRAPH_CONNECTIONS: atLeastOne.meta({
    path: 'transport.all.connections',
    description: 'Connections to one instance of a subgraph.',
    shorthand: true,
  }),
  SUBGRAPH_MAX_RESPONSE_BYTES: atLeastOne.meta({
    path: 'transport.all.max_response_bytes',
    description: 'Bytes of one answer of a subgraph.',
    shorthand: true,
  }),
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
