import { readFileSync, unwatchFile, watchFile } from 'node:fs';

const POLL_MS = 500;

/** Reads a supergraph file. Throws an Error that names the file. */
export function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The supergraph file ${file} cannot be read (${code ?? 'unknown reason'}).`);
  }
}

/** Tells of every change of the file's content. Half-written files are told too: judge them. */
export function watchSupergraph(
  file: string,
  onChange: (sdl: string) => void,
  onUnreadable: (error: Error) => void,
): { close: () => void } {
  const read = () => {
    try {
      onChange(readSupergraph(file));
    } catch (error) {
      onUnreadable(error as Error);
    }
  };
  watchFile(file, { interval: POLL_MS, persistent: false }, read);
  return { close: () => unwatchFile(file, read) };
}
