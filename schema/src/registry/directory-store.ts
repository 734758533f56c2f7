import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  moveFile,
  readMove,
  readText,
  sequencesIn,
  textFile,
} from '@souk/router/registry/directory';
import { hashOf, type Move } from '@souk/router/registry/move';
import { neededTexts } from './needed-texts.ts';
import { expectRelease, type RegistryStore } from './store.ts';

/**
 * A registry in a directory: on one disk, on one that is shared, or in git. It has no lock that a
 * crash could leave behind: the number of a move goes to whoever links a file of that name first.
 */
export function directoryStore(directory: string): RegistryStore {
  const moves = async (variant: string, limit = Number.POSITIVE_INFINITY): Promise<Move[]> => {
    const sequences = (await sequencesIn(directory, variant)).reverse().slice(0, limit);
    const read = sequences.map((sequence) => readMove(directory, variant, sequence));
    // What somebody prunes meanwhile is not missed.
    return (await Promise.all(read)).filter((move) => move !== null);
  };
  const variants = async () => (await entries(path.join(directory, 'variants'))).sort();
  const texts = async (hashes: readonly string[]) =>
    new Map(
      await Promise.all(
        hashes.map(async (hash) => [hash, await readText(directory, hash)] as const),
      ),
    );

  async function keep(text: string): Promise<void> {
    const file = textFile(directory, hashOf(text));
    const now = new Date();
    // Younger again, so that nobody prunes what is about to be needed.
    const isKept = await utimes(file, now, now).then(
      () => true,
      () => false,
    );
    if (!isKept) await linkNew(file, text);
  }

  return {
    name: directory,
    ...{ variants, moves, texts },
    move: async (variant, move, given, expect) => {
      for (const text of given) await keep(text);
      for (;;) {
        const [held] = await moves(variant, 1);
        expectRelease(variant, held, expect);
        const made = { ...move, sequence: (held?.sequence ?? 0) + 1 };
        const file = moveFile(directory, variant, made.sequence);
        if (await linkNew(file, `${JSON.stringify(made, null, 2)}\n`)) {
          // What was pruned at the very moment comes back.
          for (const text of given) await keep(text);
          return made;
        }
      }
    },
    prune: async ({ keep: kept, graceMs }) => {
      const dropped = { moves: 0, texts: 0 };
      const left: Move[] = [];
      for (const variant of await variants()) {
        const all = await moves(variant);
        left.push(...all.slice(0, kept));
        for (const { sequence } of all.slice(kept)) {
          await rm(moveFile(directory, variant, sequence));
          dropped.moves++;
        }
      }
      const needed = await neededTexts(left, texts);
      for (const hash of await hashesIn(directory)) {
        const file = textFile(directory, hash);
        if (needed.has(hash) || Date.now() - (await stat(file)).mtimeMs < graceMs) continue;
        await rm(file);
        dropped.texts++;
      }
      return dropped;
    },
    close: async () => {},
  };
}

/** Makes a file that is whole from the first moment; false where there is one of that name. */
async function linkNew(file: string, text: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true });
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function hashesIn(directory: string): Promise<string[]> {
  const folder = path.join(directory, 'texts');
  const listed = await Promise.all(
    (await entries(folder)).map((prefix) => entries(path.join(folder, prefix))),
  );
  return listed.flat().filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
