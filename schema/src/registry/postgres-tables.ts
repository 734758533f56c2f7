import type { Sql } from 'postgres';

const MIGRATION_LOCK = 7_203_912;

/** In order; what has been released is never changed. */
const MIGRATIONS: readonly string[] = [
  `create table supergraph_registry.texts (
     hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
     text text not null,
     kept_at timestamptz not null default now()
   );
   create table supergraph_registry.moves (
     variant text not null,
     sequence int not null check (sequence > 0),
     release text not null references supergraph_registry.texts (hash),
     supergraph text not null references supergraph_registry.texts (hash),
     contracts jsonb not null,
     kind text not null check (kind in ('publish', 'rollback')),
     at timestamptz not null,
     by text not null,
     message text not null,
     primary key (variant, sequence)
   );`,
];

export async function hasTables(sql: Sql): Promise<boolean> {
  const [found] = await sql<{ name: string | null }[]>`/* registry.hasTables */
    select to_regclass('supergraph_registry.moves')::text as name`;
  return found?.name != null;
}

/** Makes the tables, or brings them up to date, while others that want the same wait. */
export const ensureTables = (sql: Sql): Promise<void> =>
  sql.begin(async (tx) => {
    await tx`/* registry.lockMigrations */ select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await tx`/* registry.createSchema */ create schema if not exists supergraph_registry`;
    await tx`/* registry.createMigrations */
      create table if not exists supergraph_registry.migrations (number int primary key)`;
    const [done] = await tx<{ number: number }[]>`/* registry.lastMigration */
      select coalesce(max(number), 0) as number from supergraph_registry.migrations`;
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < (done?.number ?? 0)) continue;
      await tx.unsafe(migration);
      await tx`/* registry.noteMigration */
        insert into supergraph_registry.migrations (number) values (${index + 1})`;
    }
  });
