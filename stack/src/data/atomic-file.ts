import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file in one step: a reader sees the old content or the new, never a part. */
export function writeAtomically(file: string, content: string, mode = 0o644): void {
  const draft = `${file}.new`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, file);
}
