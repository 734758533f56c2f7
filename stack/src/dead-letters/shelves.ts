import { type Database, openDatabase } from '@souk/platform/database';
import { UsageError } from '../config/flags.ts';
import { findStack } from '../running-stack.ts';

/** The dead letters of one service. */
export type Shelf = { service: string; database: Database };

/**
 * The databases that keep dead letters: the one of DATABASE_URL, or those of the running stack.
 * Throws UsageError for a service that is not there, StackError where no stack runs.
 */
export async function openShelves(
  root: string,
  env: NodeJS.ProcessEnv,
  service: string | null,
): Promise<Shelf[]> {
  const urls = await urlsOf(root, env, service);
  const opened = urls.map(([name, url]) => ({ service: name, database: open(url) }));
  const shelves: Shelf[] = [];
  for (const shelf of opened) {
    if (await hasLetters(shelf)) shelves.push(shelf);
    else await shelf.database.close();
  }
  return shelves;
}

async function urlsOf(root: string, env: NodeJS.ProcessEnv, service: string | null) {
  const { DATABASE_URL: given = '' } = env;
  if (given !== '') return [[service ?? new URL(given).pathname.slice(1), given]] as const;
  const stack = await findStack(root, env);
  if (service !== null && !stack.services.includes(service)) {
    const known = stack.services.join(', ');
    throw new UsageError(`There is no service "${service}". There are: ${known}.`);
  }
  const wanted = service === null ? stack.services : [service];
  return wanted.map((name) => [name, stack.databaseUrl(name)] as const);
}

const open = (url: string): Database =>
  openDatabase({ url, schema: {}, name: 'dead-letters', maxConnections: 1 });

/** A service that reads no messages has no such table. */
async function hasLetters({ database }: Shelf): Promise<boolean> {
  const [row] = await database.sql<{ there: boolean }[]>`/* deadLetters.exist */
    select to_regclass('dead_letters') is not null as there`;
  return row?.there ?? false;
}
