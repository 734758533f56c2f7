import { inPeers } from './install.ts';
import { NODE_FLAGS, type Peer, PRODUCTION } from './peer.ts';

const CLI = inPeers('node_modules/.bin/hive-gateway');
const CONFIG = inPeers('hive.config.ts');

type Choice = { key: string; name: string; rust: boolean; deduplicate: boolean };

/**
 * Hive Gateway 2.15.1, one worker, with its defaults but for the log, which is quiet, and in-flight
 * de-duplication of fetches. It keeps plans and parsed operations; its HTTP cache is not enabled.
 */
const hive = ({ key, name, rust, deduplicate }: Choice): Peer => ({
  key,
  name,
  caches: deduplicate,
  isForeign: true,
  start: ({ supergraphFile, port, folder }) => ({
    command: process.execPath,
    args: [
      ...NODE_FLAGS,
      CLI,
      'supergraph',
      supergraphFile,
      '--config-path',
      CONFIG,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--fork',
      '1',
      ...(rust ? ['--hive-router-runtime'] : []),
    ],
    env: { ...PRODUCTION, BENCH_DEDUPLICATE: deduplicate ? '1' : '0' },
    cwd: folder,
  }),
});

/** Its default: planner and executor in JavaScript (stitching). */
export const hiveJs = hive({ key: 'hive', name: 'hive', rust: false, deduplicate: false });

/** With @graphql-hive/router-runtime 1.4.23: the planner of Hive Router, in Rust, and its executor. */
export const hiveRust = hive({
  key: 'hive-rust',
  name: 'hive+rust',
  rust: true,
  deduplicate: false,
});

/** The same, with equal requests in flight sent once: how it comes. */
export const hiveRustShared = hive({
  key: 'hive-rust-shared',
  name: 'hive+rust, shared fetches',
  rust: true,
  deduplicate: true,
});
