import type { ISql } from 'postgres';
import { Move } from './move.ts';

/** Told of a variant's name when it has moved. */
export const MOVES_CHANNEL = 'supergraph_registry';

/** The newest moves of a variant first. Throws where the database holds no registry. */
export async function newestMoves(sql: ISql, variant: string, limit: number): Promise<Move[]> {
  const rows = await sql`/* registry.newestMoves */
    select sequence, release, supergraph, contracts, kind, at, by, message
    from supergraph_registry.moves where variant = ${variant}
    order by sequence desc limit ${limit}`;
  return rows.map(({ at, ...row }) => Move.parse({ ...row, at: (at as Date).toISOString() }));
}

/** Texts by their hashes; those that are missing are left out. */
export async function textsIn(sql: ISql, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ hash: string; text: string }[]>`/* registry.texts */
    select hash, text from supergraph_registry.texts where hash = any(${[...hashes]}::text[])`;
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}
