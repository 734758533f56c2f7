import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signIn } from '../../../../tests/chaos/shop/accounts.ts';
import { patientGraph } from '../../../../tests/chaos/site/graph.ts';
import { openSite, type Site } from '../../../../tests/chaos/site/site.ts';
import { compareAnswers } from '../compare.ts';
import { startLoad } from '../helper-process.ts';
import { type Effort, measure } from '../measure.ts';
import { souk } from '../peers/ours.ts';
import { stock } from '../peers/stock.ts';
import { report } from '../report.ts';
import { type Server, startServer } from '../server.ts';
import { shopMix } from './mix.ts';
import { unguarded } from './unguarded.ts';

const SUPERGRAPH = path.resolve(import.meta.dirname, '../../../../router/supergraph.graphql');
const CUSTOMER = 'mina@souk.example';

/**
 * Our own commerce graph under what a shop's visitors read, with all services real: a router of ours
 * and the stock gateway over the same services of a stack of the benchmark's own. Ours verifies the
 * tokens, as in `npm start`; stock passes them on.
 */
export async function benchShop(effort: Effort): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-bench-shop-'));
  // A child inherits the core of the load: so do all services.
  const site = await openSite({
    bus: null,
    scale: {},
    env: { LOG_LEVEL: 'warn', ACCESS_TOKEN_SECONDS: '3000', NODE_ENV: 'production' },
  });
  const load = startLoad();
  const servers: Server[] = [];
  try {
    const graph = patientGraph(site.addresses.router, () => 10_000);
    const mix = await shopMix(graph, await signIn(graph, CUSTOMER));
    const guarded = await supergraphOf(site);
    const jwksUrl = `${site.addresses.services.accounts?.[0]?.http}/.well-known/jwks.json`;
    for (const peer of [stock, souk]) {
      const supergraphFile = path.join(folder, `${peer.key}.graphql`);
      await writeFile(supergraphFile, peer === stock ? unguarded(guarded) : guarded);
      servers.push(await startServer(peer, { supergraphFile, ports: null, jwksUrl, folder }));
    }
    const reordered = await compareAnswers(servers, mix);
    const fetches = async () => Number.NaN;
    const measured = await measure(servers, mix, { load, effort, fetches });
    process.stdout.write(`\n${report('shop', measured, reordered)}`);
  } finally {
    for (const server of servers) await server.stop();
    load.stop();
    await site.stop({ keep: false });
    await rm(folder, { recursive: true, force: true });
  }
}

/** The supergraph of this repository, with the addresses of a stack that runs elsewhere. */
async function supergraphOf({ addresses }: Site): Promise<string> {
  const sdl = await readFile(SUPERGRAPH, 'utf8');
  return sdl.replace(
    /(@join__graph\(name: "(\w+)", url: ")[^"]*"/g,
    (_, start: string, name: string) => `${start}${addresses.services[name]?.[0]?.http}/graphql"`,
  );
}
