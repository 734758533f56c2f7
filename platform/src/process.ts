import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ConfigError, type ServiceConfig } from './config.ts';
import { onStop } from './drain.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { createLogger, type Logger } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { migrate } from './migrate.ts';
import type { Projections } from './projections.ts';
import { records } from './records.ts';
import { type SubgraphDefinition, serveSubgraph } from './subgraph.ts';
import { tokenVerifier } from './token-verifier.ts';

/** What a subgraph's compose.ts puts together, and this file runs. */
export type Composition = {
  databaseUrl: string;
  /** Folder of drizzle-kit's SQL files. */
  migrations: string;
  seed: {
    isEmpty: () => Promise<boolean>;
    /** Loads records in one transaction. Throws BAD_USER_INPUT for a record it does not know. */
    load: (records: AsyncIterable<unknown>) => Promise<void>;
  };
  /** Only where rows are derived from events. */
  projections?: Projections;
  /** Answers while the service can do its work: its database, above all. */
  ping: () => Promise<unknown>;
  subgraph: SubgraphDefinition;
  /** Further HTTP routes, such as a key set or images. */
  routes?: (http: HttpServer) => void | Promise<void>;
  /** Started after the HTTP server: gRPC, consumers, timers. Closed before it. */
  background?: () => Promise<{ close: () => Promise<void> }>;
  close: () => Promise<void>;
};

export type Definition<Config extends ServiceConfig> = {
  name: string;
  parseConfig: (env: NodeJS.ProcessEnv) => Config;
  compose: (config: Config, scope: { log: Logger; metrics: Metrics }) => Composition;
};

const usage = (name: string) => `Usage: node subgraphs/${name}/src/main.ts [command]

Commands
  serve         migrate the database, load SEED_FILE where it is empty, answer requests (default)
  migrate       migrate the database and end
  seed FILE     add the NDJSON records of FILE (- for standard input) and end
  projections rebuild|check
                write the rows that follow from events anew, or only compare them; ends with 1
                where a check finds a difference. The service may run meanwhile.
  --help        this text

Configuration comes from the environment: see subgraphs/${name}/src/config.ts.
`;

/** Runs a subgraph as a process: its commands, its signals, its one line of trouble. */
export async function runProcess<Config extends ServiceConfig>(
  proc: NodeJS.Process,
  definition: Definition<Config>,
): Promise<void> {
  const [command = 'serve', file] = proc.argv.slice(2);
  if (command === '--help' || command === 'help') {
    proc.stdout.write(usage(definition.name));
    return;
  }
  try {
    const config = definition.parseConfig(proc.env);
    const instance = config.INSTANCE_ID ?? definition.name;
    const log = createLogger({ name: definition.name, level: config.LOG_LEVEL, instance });
    const metrics = createMetrics({ service: definition.name, instance });
    const composition = definition.compose(config, { log, metrics });
    if (command === 'serve') return await serve(proc, config, composition, log, metrics);
    try {
      await migrate(composition.databaseUrl, composition.migrations);
      if (command === 'seed') await composition.seed.load(records(source(proc, file)));
      else if (command === 'projections') await project(proc, composition.projections, file);
      else if (command !== 'migrate') throw new ConfigError(`Unknown command: ${command}`);
    } finally {
      await composition.close();
    }
  } catch (error) {
    proc.stderr.write(`${definition.name}: ${explain(error)}\n`);
    proc.exit(error instanceof ConfigError ? 2 : 1);
  }
}

async function serve(
  proc: NodeJS.Process,
  config: ServiceConfig,
  composition: Composition,
  log: Logger,
  metrics: Metrics,
): Promise<void> {
  const { SEED_FILE } = config;
  await migrate(composition.databaseUrl, composition.migrations, async () => {
    if (SEED_FILE === undefined || !(await composition.seed.isEmpty())) return;
    await composition.seed.load(records(createReadStream(SEED_FILE)));
    log.info({ file: SEED_FILE }, 'seeded');
  });
  const http = createHttpServer({
    log,
    metrics,
    maxBodyBytes: config.MAX_BODY_BYTES,
    ready: () => composition.ping().then(() => true),
  });
  const verify = tokenVerifier(
    { jwksUrl: config.JWKS_URL, issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE },
    { subjectIsUuid: true },
  );
  await composition.routes?.(http);
  await serveSubgraph(http, composition.subgraph, verify, log);
  await http.listen({ host: config.HOST, port: config.PORT });
  const background = await composition.background?.();
  log.info({ port: config.PORT }, 'listening');

  onStop(proc, config.DRAIN_DEADLINE_MS, log, async () => {
    await http.close();
    await background?.close();
    await composition.close();
  });
}

/** Progress goes to standard error, the outcome to standard output. */
async function project(
  proc: NodeJS.Process,
  projections: Projections | undefined,
  what: string | undefined,
): Promise<void> {
  if (projections === undefined) throw new ConfigError('This service derives no rows from events.');
  if (what !== 'rebuild' && what !== 'check') {
    throw new ConfigError('projections needs rebuild or check.');
  }
  const { streams, changed, strays } = await projections[what](({ done, of }) => {
    proc.stderr.write(`${done} of ${of} streams\n`);
  });
  const verb = what === 'check' ? 'differs' : 'repaired';
  for (const id of changed) proc.stdout.write(`${verb} ${id}\n`);
  for (const id of strays) proc.stdout.write(`differs ${id}: has rows and no events\n`);
  const count = `${changed.length} ${what === 'check' ? 'differ' : 'repaired'}`;
  proc.stdout.write(`${streams} streams, ${count}, ${strays.length} without events\n`);
  if (strays.length > 0 || (what === 'check' && changed.length > 0)) proc.exitCode = 1;
}

const source = (proc: NodeJS.Process, file: string | undefined): Readable => {
  if (file === undefined) throw new ConfigError('seed needs a FILE, or - for standard input.');
  return file === '-' ? proc.stdin : createReadStream(file);
};

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `${error.message}. Stop what uses that port, or choose another.`;
  if (code === 'ECONNREFUSED') return 'PostgreSQL does not answer at DATABASE_URL.';
  return error instanceof ConfigError ? error.message : (error.stack ?? error.message);
}
