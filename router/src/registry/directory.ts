import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Move, RegistryFault, verified } from './move.ts';

// variants/<variant>/<sequence>.json: a file for each move, the highest number holds. Nothing is ever
// changed in place, so a reader needs no lock and two branches that both publish conflict in git.
// texts/<first two digits>/<hash>: releases, supergraphs, schemas.

export const variantFolder = (directory: string, variant: string): string =>
  path.join(directory, 'variants', variant);

export const moveFile = (directory: string, variant: string, sequence: number): string =>
  path.join(variantFolder(directory, variant), `${String(sequence).padStart(6, '0')}.json`);

export const textFile = (directory: string, hash: string): string =>
  path.join(directory, 'texts', hash.slice(0, 2), hash);

/** The sequences of a variant's moves, ascending; none where there is no such variant. */
export async function sequencesIn(directory: string, variant: string): Promise<number[]> {
  const names = await readdir(variantFolder(directory, variant)).catch(unlessMissing);
  return (names ?? [])
    .flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Null where it is gone. Throws RegistryFault for a move that cannot be read. */
export async function readMove(
  directory: string,
  variant: string,
  sequence: number,
): Promise<Move | null> {
  const file = moveFile(directory, variant, sequence);
  const text = await readFile(file, 'utf8').catch(unlessMissing);
  if (text === null) return null;
  try {
    return Move.parse(JSON.parse(text));
  } catch {
    throw new RegistryFault(`the move ${sequence} of ${variant} in the registry cannot be read`);
  }
}

/** Throws RegistryFault for a text that is missing or was altered. */
export async function readText(directory: string, hash: string): Promise<string> {
  const text = await readFile(textFile(directory, hash), 'utf8').catch(unlessMissing);
  if (text === null) throw new RegistryFault(`the registry lacks the text ${hash.slice(0, 12)}`);
  return verified(text, hash);
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
