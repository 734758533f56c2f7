import { hashOf, type Move, RegistryFault, verified } from '@souk/router/registry/move';
import { MOVES_CHANNEL, newestMoves, textsIn } from '@souk/router/registry/postgres';
import postgres, { type TransactionSql } from 'postgres';
import { neededTexts } from './needed-texts.ts';
import { ensureTables, hasTables } from './postgres-tables.ts';
import { expectRelease, type NewMove, type RegistryStore } from './store.ts';

const ALL = 1_000_000;

/**
 * A registry in a PostgreSQL, in a schema of its own: supergraph_registry. Who only reads needs no
 * right to write, and is told where there is none yet.
 */
export async function postgresStore(url: string, use: 'read' | 'write'): Promise<RegistryStore> {
  const sql = postgres(url, {
    max: 2,
    connect_timeout: 10,
    connection: { application_name: 'schema registry' },
    onnotice: () => {},
  });
  try {
    if (use === 'write') await ensureTables(sql);
    else if (!(await hasTables(sql))) throw new Error('it holds none yet; publish makes one');
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  const texts = async (hashes: readonly string[]) => {
    const found = await textsIn(sql, hashes);
    for (const hash of hashes) {
      const text = found.get(hash);
      if (text === undefined)
        throw new RegistryFault(`the registry lacks the text ${hash.slice(0, 12)}`);
      verified(text, hash);
    }
    return found;
  };
  const { host, pathname } = new URL(url);

  return {
    name: `postgres://${host}${pathname}`,
    variants: async () => {
      const rows = await sql<{ variant: string }[]>`/* registry.variants */
        select distinct variant from supergraph_registry.moves order by variant`;
      return rows.map(({ variant }) => variant);
    },
    moves: (variant, limit = ALL) => newestMoves(sql, variant, limit),
    texts,
    move: (variant, move, given, expect) =>
      sql.begin(async (tx) => {
        await tx`/* registry.lockVariant */
          select pg_advisory_xact_lock(hashtextextended(${`supergraph_registry ${variant}`}, 0))`;
        const [held] = await newestMoves(tx, variant, 1);
        expectRelease(variant, held, expect);
        await keep(tx, given);
        const made: Move = { ...move, sequence: (held?.sequence ?? 0) + 1 };
        await insertMove(tx, variant, made);
        return made;
      }),
    prune: ({ keep: kept, graceMs }) =>
      sql.begin(async (tx) => {
        const moves = await tx`/* registry.pruneMoves */
          delete from supergraph_registry.moves moved where sequence <= (
            select max(sequence) from supergraph_registry.moves same
            where same.variant = moved.variant
          ) - ${kept}`;
        const left = await tx<Move[]>`/* registry.leftMoves */
          select release from supergraph_registry.moves`;
        const needed = await neededTexts(left, texts);
        const gone = await tx`/* registry.pruneTexts */
          delete from supergraph_registry.texts
          where kept_at < now() - ${`${graceMs} milliseconds`}::interval
            and hash <> all(${[...needed]}::text[])`;
        return { moves: moves.count, texts: gone.count };
      }),
    close: () => sql.end({ timeout: 2 }),
  };
}

/** Keeps texts; those that are there become younger, so that nobody prunes them now. */
async function keep(tx: TransactionSql, texts: readonly string[]): Promise<void> {
  // In one order for all, so that two publishers never wait for each other.
  const hashed = [...new Map(texts.map((text) => [hashOf(text), text]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  await tx`/* registry.keepTexts */
    insert into supergraph_registry.texts (hash, text)
    select * from unnest(
      ${hashed.map(([hash]) => hash)}::text[], ${hashed.map(([, text]) => text)}::text[])
    on conflict (hash) do update set kept_at = now()`;
}

async function insertMove(
  tx: TransactionSql,
  variant: string,
  { sequence, release, supergraph, contracts, kind, at, by, message }: NewMove & Move,
): Promise<void> {
  await tx`/* registry.insertMove */
    insert into supergraph_registry.moves
      (variant, sequence, release, supergraph, contracts, kind, at, by, message)
    values (${variant}, ${sequence}, ${release}, ${supergraph}, ${tx.json(contracts)}, ${kind},
      ${at}, ${by}, ${message})`;
  await tx`/* registry.tell */ select pg_notify(${MOVES_CHANNEL}, ${variant})`;
}
