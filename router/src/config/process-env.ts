import { z } from 'zod';

const milliseconds = (byDefault: number) => z.coerce.number().int().positive().default(byDefault);
const limit = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault);

/** What the process and its limits read from the environment. */
export const processEnv = {
  HOST: z.string().min(1).default('127.0.0.1').meta({
    path: 'server.host',
    description: 'Address to listen on; 0.0.0.0 is every one of IPv4.',
  }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4_000).meta({
    path: 'server.port',
    description: 'Port to listen on; 0 takes a free one, which the log tells.',
  }),
  REQUEST_DEADLINE_MS: milliseconds(15_000).meta({
    path: 'server.request_deadline_ms',
    description: 'Milliseconds after which all fetches of a request have ended.',
  }),
  DRAIN_DEADLINE_MS: milliseconds(5_000).meta({
    path: 'server.drain_deadline_ms',
    description: 'Milliseconds that requests under way have to end after SIGTERM.',
  }),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').meta({
    path: 'server.environment',
    description: 'In production introspection and pages are off unless switched on.',
  }),
  INSTANCE_ID: z.string().min(1).default('router').meta({
    path: 'telemetry.instance_id',
    description: 'Name of this router in logs, metrics and traces.',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .meta({ path: 'telemetry.log_level', description: 'The least of what is logged.' }),
  DISCOVERY_FILE: z.string().min(1).optional().meta({
    path: 'discovery.file',
    description:
      'JSON file of subgraph instances by name, watched; without it the addresses in the supergraph count.',
  }),
  INTROSPECTION: z.stringbool().optional().meta({
    path: 'server.introspection',
    description: 'Whether clients may read the schema; by default outside of production.',
  }),
  LANDING_PAGE: z.stringbool().optional().meta({
    path: 'landing.enabled',
    description: 'Whether there are pages for people; by default outside of production.',
  }),
  EXAMPLES_DIR: z.string().min(1).meta({
    path: 'landing.examples_dir',
    description: 'Folder of .graphql files to show; by default that of the router.',
  }),
  MAX_TOKENS: limit(10_000).meta({
    path: 'limits.max_tokens',
    description: 'Lexical tokens of a document.',
  }),
  MAX_DEPTH: limit(20).meta({
    path: 'limits.max_depth',
    description: 'Levels of fields in an operation.',
  }),
  MAX_ALIASES: limit(100).meta({
    path: 'limits.max_aliases',
    description:
      'Aliases in an operation, fragments counted where they are spread; 5 of introspection at most.',
  }),
  MAX_DIRECTIVES: limit(200).meta({
    path: 'limits.max_directives',
    description: 'Directives in an operation, fragments counted where they are spread.',
  }),
  MAX_ROOT_FIELDS: limit(50).meta({
    path: 'limits.max_root_fields',
    description: 'Root fields of an operation, aliases counted.',
  }),
  MAX_FIELDS: limit(5_000).meta({
    path: 'limits.max_fields',
    description: 'Fields of an operation, fragments counted where they are spread.',
  }),
  MAX_PLANS: limit(1_000).meta({
    path: 'limits.max_plans',
    description: 'Operations that are kept planned; those used least recently are forgotten.',
  }),
} as const;
