import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-file.ts';
import type { Layout } from './layout.ts';

/** Writes the demo data into a folder that exists; returns the file of each service. */
export type WriteDataset = (folder: string) => Promise<Readonly<Record<string, string>>>;

const Index = z.record(z.string(), z.string());

/**
 * The demo data as one file per service. Written once; a folder that is there is complete, because
 * it got its name last.
 */
export async function ensureDataset(
  layout: Pick<Layout, 'seed' | 'seedDraft'>,
  write: WriteDataset,
): Promise<Record<string, string>> {
  if (!existsSync(layout.seed)) {
    await mkdir(layout.seedDraft, { recursive: true });
    const written = Object.entries(await write(layout.seedDraft));
    const index = Object.fromEntries(written.map(([name, file]) => [name, path.basename(file)]));
    writeAtomically(indexOf(layout.seedDraft), JSON.stringify(index));
    await rename(layout.seedDraft, layout.seed);
  }
  const index = Index.parse(JSON.parse(readFileSync(indexOf(layout.seed), 'utf8')));
  return Object.fromEntries(
    Object.entries(index).map(([name, file]) => [name, path.join(layout.seed, file)]),
  );
}

const indexOf = (folder: string): string => path.join(folder, 'index.json');
