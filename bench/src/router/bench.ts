import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pin } from '../cpu.ts';
import { compareAnswers } from './compare.ts';
import { supergraphOver } from './graph/supergraph.ts';
import { type Load, type Subgraphs, startLoad, startSubgraphs } from './helper-process.ts';
import { measure } from './measure.ts';
import { type RouterOptions, SHOP } from './options.ts';
import { installPeers } from './peers/install.ts';
import { profileOurs } from './profile.ts';
import { report } from './report.ts';
import { type Server, startServer } from './server.ts';
import { benchShop } from './shop/bench.ts';
import { workloadNamed } from './workloads.ts';

const LOAD_CORE = 1;
/** Answers compared where every request is another one. */
const COMPARED = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Stage = { load: Load; subgraphs: Subgraphs; servers: readonly Server[] };

/**
 * Measures our router beside its peers over canned subgraphs: CPU time of each server for a request,
 * in interleaved rounds. Prints tables; throws when answers differ.
 */
export async function benchRouter(options: RouterOptions): Promise<void> {
  pin(process.pid, LOAD_CORE);
  const canned = options.workloads.filter((name) => name !== SHOP);
  if (options.profile === null) {
    if (canned.length > 0 && options.peers.some((peer) => peer.isForeign)) installPeers();
    process.stdout.write(`${HEADING}\n`);
  }
  if (canned.length > 0) await benchCanned(canned, options);
  if (options.workloads.includes(SHOP) && options.profile === null) await benchShop(options.effort);
}

async function benchCanned(workloads: readonly string[], options: RouterOptions): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-bench-router-'));
  const subgraphs = await startSubgraphs();
  const load = startLoad();
  const servers: Server[] = [];
  const stopAll = async () => void (await Promise.all(servers.map((server) => server.stop())));
  // Servers would outlive us: whoever interrupts the run waits for their end.
  const onSignal = () => void stopAll().finally(() => process.exit(130));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const supergraphFile = path.join(folder, 'supergraph.graphql');
    await writeFile(supergraphFile, supergraphOver(subgraphs.ports));
    const around = { supergraphFile, ports: subgraphs.ports, folder };
    if (options.profile !== null) {
      const { concurrency } = options.effort;
      for (const name of workloads) {
        const requests = PROFILED[name] ?? 1_000;
        const found = await profileOurs(options.profile, name, around, {
          load,
          requests,
          concurrency,
        });
        process.stdout.write(`\n${found}\n`);
      }
      return;
    }
    // All at once: they share a core until they are up, and only then are measured, one by one.
    const started = await Promise.allSettled(
      options.peers.map(async (peer) => {
        servers.push(await startServer(peer, around));
      }),
    );
    for (const outcome of started) if (outcome.status === 'rejected') throw outcome.reason;
    servers.sort((a, b) => order(options, a) - order(options, b));
    for (const name of workloads) {
      await benchWorkload(name, { load, subgraphs, servers }, options);
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    await stopAll();
    load.stop();
    subgraphs.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const HEADING = 'CPU for each request, milliseconds; other figures are medians of the rounds';

const order = ({ peers }: RouterOptions, { key }: Server): number =>
  peers.findIndex((peer) => peer.key === key);

/** Requests of a profile: some seconds of CPU. */
const PROFILED: Readonly<Record<string, number>> = { nested: 1_000, unique: 4_000, tiny: 20_000 };

/** First those that keep and share nothing, then, beside stock and limit, the others. */
async function benchWorkload(
  name: string,
  { load, subgraphs, servers }: Stage,
  { effort }: RouterOptions,
): Promise<void> {
  const workload = workloadNamed(name);
  const compared = Array.from({ length: workload.same ? 1 : COMPARED }, (_, index) =>
    workload.request(index),
  );
  const reordered = await compareAnswers(servers, compared);
  const measured = await measure(servers, name, { load, effort, fetches: subgraphs.requests });
  const plain = measured.filter(({ server }) => !server.caches);
  process.stdout.write(`\n${report(name, plain, reordered)}`);
  if (plain.length === measured.length) return;
  const beside = measured.filter(
    ({ server: { caches, key } }) => caches || key === 'stock' || key === 'limit',
  );
  process.stdout.write(`\n${report(`${name}, kept or shared`, beside, reordered)}`);
}
