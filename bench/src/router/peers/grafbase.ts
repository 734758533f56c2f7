import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SCHEMAS, SUBGRAPHS } from '../graph/schemas.ts';
import { inPeers } from './install.ts';
import { type Around, cannedPorts, type Peer } from './peer.ts';

const CLI = inPeers('node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase');

type Choice = { key: string; name: string; deduplicate: boolean; keep: boolean };

/**
 * Grafbase 0.103.0, a gateway in Rust, from the npm package of its command line: `grafbase dev`, which
 * composes the subgraphs by itself and needs no network. The release of the gateway alone is not on
 * npm; the engine is the same, but dev mode also watches files and serves its explorer. In-flight
 * de-duplication of fetches is off, entity caching is off (its default). It runs on one core, so its
 * runtime has one worker.
 */
const grafbase = ({ key, name, deduplicate, keep }: Choice): Peer => ({
  key,
  name,
  caches: deduplicate || keep,
  isForeign: true,
  start: async (around) => {
    for (const subgraph of SUBGRAPHS) {
      await writeFile(path.join(around.folder, `${subgraph}.graphql`), SCHEMAS[subgraph]);
    }
    const settings = `[traffic_shaping]\ninflight_deduplication = ${deduplicate}\n\n[entity_caching]\nenabled = ${keep}\n`;
    await writeFile(path.join(around.folder, 'grafbase.toml'), `${settings}${subgraphs(around)}`);
    return {
      command: CLI,
      args: ['dev', '--config', 'grafbase.toml', '--listen-address', `127.0.0.1:${around.port}`],
      cwd: around.folder,
      // Where it unpacks its explorer.
      env: { HOME: around.folder },
    };
  },
});

function subgraphs(around: Around): string {
  const ports = cannedPorts(around);
  return SUBGRAPHS.map(
    (name) =>
      `\n[subgraphs.${name}]\nurl = "http://127.0.0.1:${ports[name]}/graphql"\nschema_path = "${name}.graphql"\n`,
  ).join('');
}

export const grafbasePlain = grafbase({
  key: 'grafbase',
  name: 'grafbase',
  deduplicate: false,
  keep: false,
});

/** As it comes: equal fetches in flight are sent once. */
export const grafbaseShared = grafbase({
  key: 'grafbase-shared',
  name: 'grafbase, shared fetches',
  deduplicate: true,
  keep: false,
});

/** With its entity cache besides. */
export const grafbaseCached = grafbase({
  key: 'grafbase-cached',
  name: 'grafbase, entity cache',
  deduplicate: true,
  keep: true,
});
