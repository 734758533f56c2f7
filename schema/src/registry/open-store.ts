import { existsSync } from 'node:fs';
import path from 'node:path';
import { registryAddress } from '@souk/router/registry/registry-address';
import { Misuse } from '../exit-codes.ts';
import { directoryStore } from './directory-store.ts';
import type { RegistryStore } from './store.ts';

/**
 * Opens the registry at a directory or a postgres:// URL; relative to `cwd`. Throws Misuse for a
 * database that cannot be used, and, where something is to be read, for a directory that is not there.
 */
export async function openStore(
  address: string,
  cwd: string,
  use: 'read' | 'write',
): Promise<RegistryStore> {
  const where = registryAddress(address);
  if (where.kind === 'directory') {
    const directory = path.resolve(cwd, where.directory);
    if (use === 'read' && !existsSync(directory)) {
      throw new Misuse(`There is no registry at ${where.directory}; publish makes one.`);
    }
    return { ...directoryStore(directory), name: where.directory };
  }
  // Its client is loaded only where it is used.
  const { postgresStore } = await import('./postgres-store.ts');
  try {
    return await postgresStore(where.url, use);
  } catch (error) {
    throw new Misuse(`The registry in PostgreSQL cannot be used: ${(error as Error).message}.`);
  }
}
