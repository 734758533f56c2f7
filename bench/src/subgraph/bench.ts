import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { writeDataset } from '../../../stack/src/seed/dataset.ts';
import { cpuMs, pin } from '../cpu.ts';
import { type Spread, spread, table } from '../figures.ts';
import { drive } from '../load.ts';
import { startDatabase } from '../postgres.ts';
import { profileOurs } from '../profile.ts';
import { type Server, startOurs, startPeer } from './servers.ts';
import { type Workload, workloads } from './workloads.ts';

const SERVER_CORE = 0;
const LOAD_CORE = 1;

/** CPU per request, milliseconds, by workload and server. */
type Figures = Map<string, Map<string, number[]>>;

/**
 * Measures our products subgraph beside its peers: CPU time of the server's process for each
 * request, in interleaved rounds. Prints a table; throws when the answers differ.
 */
export async function benchSubgraph(options: {
  rounds: number;
  requests: number;
  profile: boolean;
}): Promise<void> {
  pin(process.pid, LOAD_CORE);
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-dataset-'));
  const database = await startDatabase('products');
  const servers: Server[] = [];
  try {
    const { products: seedFile = '' } = await writeDataset(folder);
    servers.push(
      await startOurs(database.url, seedFile),
      await startPeer('plain Apollo', 'plain.ts', database.url),
      await startPeer('raw, the limit', 'raw.ts', database.url),
    );
    for (const { pid } of servers) pin(pid, SERVER_CORE);
    const asked = workloads(await publishedIds(database.url));
    await compareAnswers(servers, asked);
    process.stdout.write(`${report(await measure(servers, asked, options), servers)}\n`);
    if (options.profile) {
      process.stdout.write(`\n${await profileOurs(database.url, seedFile, asked)}\n`);
    }
  } finally {
    for (const server of servers) await server.stop();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishedIds(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ id: string }[]>`
    select id from products where status = 'PUBLISHED' order by id`;
  await sql.end();
  return rows.map(({ id }) => id);
}

async function compareAnswers(servers: readonly Server[], asked: readonly Workload[]) {
  for (const { name, bodies } of asked) {
    for (const body of bodies) {
      const answers = await Promise.all(
        servers.map(async ({ target }) => JSON.stringify(JSON.parse(await target.send(body)).data)),
      );
      const differing = answers.findIndex((answer) => answer !== answers[0]);
      if (differing >= 0) {
        throw new Error(`${name}: ${servers[differing]?.name} answers differently:
  ${servers[0]?.name}: ${answers[0]?.slice(0, 400)}
  ${servers[differing]?.name}: ${answers[differing]?.slice(0, 400)}`);
      }
    }
  }
}

async function measure(
  servers: readonly Server[],
  asked: readonly Workload[],
  { rounds, requests }: { rounds: number; requests: number },
): Promise<Figures> {
  const figures: Figures = new Map();
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, bodies, share } of asked) {
      const count = Math.max(1, Math.round(requests * share));
      for (const server of servers) {
        const before = cpuMs(server.pid);
        await drive(server.target, bodies, count);
        // The first round warms up.
        if (round >= 0) note(figures, name, server.name, (cpuMs(server.pid) - before) / count);
      }
    }
  }
  return figures;
}

function note(figures: Figures, workload: string, server: string, value: number): void {
  const servers = figures.get(workload) ?? new Map<string, number[]>();
  servers.set(server, [...(servers.get(server) ?? []), value]);
  figures.set(workload, servers);
}

function report(figures: Figures, servers: readonly Server[]): string {
  const [ours, plain, raw] = servers.map(({ name }) => name);
  const rows = [...figures].map(([workload, values]) => {
    const of = (name = '') => spread(values.get(name) ?? []);
    return [
      workload,
      ...servers.map(({ name }) => cell(of(name))),
      `${(of(plain).median / of(ours).median).toFixed(2)} ×`,
      `${(of(raw).median / of(ours).median).toFixed(2)}`,
    ];
  });
  const head = ['', ...servers.map(({ name }) => name), 'less than plain', 'of the limit'];
  return `CPU per request, milliseconds: median (min to max)\n\n${table([head, ...rows])}`;
}

const cell = ({ min, median, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
