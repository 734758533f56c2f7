import { readFileSync } from 'node:fs';

/** Reads a supergraph file. Throws an Error that names the file. */
export function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The supergraph file ${file} cannot be read (${code ?? 'unknown reason'}).`);
  }
}
