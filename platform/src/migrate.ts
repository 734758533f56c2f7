import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const MIGRATION_LOCK = 7_203_911;

/**
 * Brings a database up to date with the SQL files of `folder`, then runs `afterwards`, while every
 * other replica that wants the same waits. Safe to run at every start.
 */
export async function migrate(
  url: string,
  folder: string,
  afterwards: () => Promise<void> = async () => {},
): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`/* platform.lockMigrations */ select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await afterwards();
  } finally {
    await sql.end({ timeout: 5 });
  }
}
