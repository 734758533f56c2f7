import path from 'node:path';
import { NODE_FLAGS, type Peer, PRODUCTION } from './peer.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** The machine may be busy with other things: deadlines are none of what is measured. */
const PATIENT = { FETCH_DEADLINE_MS: '30000', REQUEST_DEADLINE_MS: '60000' };

type Choice = {
  key: string;
  name: string;
  root?: string;
  caches?: boolean;
  env?: Readonly<Record<string, string>>;
};

const ours = ({ key, name, root = ROOT, caches = false, env = {} }: Choice): Peer => ({
  key,
  name,
  caches,
  start: ({ supergraphFile, port, jwksUrl }) => ({
    command: process.execPath,
    args: [
      ...NODE_FLAGS,
      path.join(root, 'router/src/main.ts'),
      '--supergraph',
      supergraphFile,
      '--port',
      String(port),
      ...(jwksUrl === undefined ? [] : ['--jwks-url', jwksUrl]),
    ],
    env: { ...PRODUCTION, LOG_LEVEL: 'warn', ...PATIENT, ...env },
    cwd: root,
  }),
});

const ALONE = { TRANSPORT: JSON.stringify({ all: { deduplicate: false } }) };

/**
 * The router of this repository, as `npm start` runs it in production, from a supergraph file and with
 * no discovery, but for in-flight de-duplication of fetches, which is off: nothing is shared or kept
 * between requests but compiled operations.
 */
export const souk = ours({ key: 'ours', name: 'souk', env: ALONE });

/** The same, with equal fetches in flight sent once: how it comes. */
export const soukShared = ours({
  key: 'ours-shared',
  name: 'souk, shared fetches',
  caches: true,
});

/** With its entity cache besides: the canned subgraphs call everything public. */
export const soukCached = ours({
  key: 'ours-cached',
  name: 'souk, entity cache',
  caches: true,
  env: { CACHE: 'true' },
});

/** The router of another checkout, to see what a change is worth. */
export const another = (checkout: string): Peer =>
  ours({ key: 'beside', name: 'souk, beside', root: path.resolve(checkout), env: ALONE });
