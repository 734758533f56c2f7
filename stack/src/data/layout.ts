import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Where things are in the data directory. */
export type Layout = ReturnType<typeof layoutOf>;

export const layoutOf = (root: string) => ({
  root,
  postgres: path.join(root, 'postgres'),
  postgresDraft: path.join(root, 'postgres.new'),
  /** The ledger of the sandbox payment provider. */
  psp: path.join(root, 'psp'),
  seed: path.join(root, 'seed'),
  seedDraft: path.join(root, 'seed.new'),
  logs: path.join(root, 'logs'),
  /** What clients sent to the router: it goes on there at its next start. */
  usage: path.join(root, 'usage'),
  compileCache: path.join(root, 'compile-cache'),
  lock: path.join(root, 'stack.lock'),
  passwords: path.join(root, 'passwords.json'),
  discovery: path.join(root, 'discovery.json'),
  /** Process ids and states of everything supervised. */
  processes: path.join(root, 'processes.json'),
  /** Exists while the whole stack is up: where everything answers. */
  addresses: path.join(root, 'addresses.json'),
  logOf: (id: string) => path.join(root, 'logs', `${id}.log`),
});

/** Creates the folders that do not exist yet. */
export async function createFolders(layout: Layout): Promise<void> {
  await mkdir(layout.logs, { recursive: true });
  await mkdir(layout.compileCache, { recursive: true });
}

/** Forgets what an earlier run left half-made or said about itself. */
export async function clearLeftovers(layout: Layout): Promise<void> {
  await removeAll([layout.postgresDraft, layout.seedDraft, layout.addresses, layout.processes]);
}

/** Starts every log anew and keeps the ones of the run before, as `<name>.log.1`. */
export async function turnLogs(layout: Layout): Promise<void> {
  const logs = (await readdir(layout.logs)).filter((name) => name.endsWith('.log'));
  await Promise.all(
    logs.map((name) => rename(path.join(layout.logs, name), path.join(layout.logs, `${name}.1`))),
  );
}

/** Deletes the data, and only what the stack itself put there: the folder may hold other things. */
export async function deleteData(layout: Layout): Promise<void> {
  const { postgres, psp, seed, passwords, logs, discovery, usage } = layout;
  await removeAll([postgres, psp, seed, passwords, logs, discovery, usage]);
}

async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((each) => rm(each, { recursive: true, force: true })));
}
