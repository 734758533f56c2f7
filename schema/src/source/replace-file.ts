import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Misuse } from '../exit-codes.ts';

/**
 * Writes a file as a whole: whoever follows it, such as a router, sees the old or the new text, never
 * a part. Makes its folder. Throws Misuse where it cannot be written.
 */
export function replaceFile(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const known = statSync(file, { throwIfNoEntry: false });
    if (known?.isFile() === false) {
      // Nothing can take the place of /dev/stdout.
      writeFileSync(file, text);
      return;
    }
    const fresh = `${file}.${randomUUID()}.new`;
    writeFileSync(fresh, text, known === undefined ? {} : { mode: known.mode });
    renameSync(fresh, file);
  } catch (error) {
    throw new Misuse(
      `${file} cannot be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}
