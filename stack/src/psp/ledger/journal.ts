import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';

/** An append-only file of JSON lines; a line is a transaction, whole or not there. */
export type Journal = {
  /** Resolves once the entry is on disk. Entries are written in the order of the calls. */
  append: (entry: object) => Promise<void>;
  /** Resolves once everything appended so far is on disk. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Opens the journal, hands every entry in it to `replay`, and cuts off a last line that a crash left
 * unfinished. Entries that arrive together share one fsync. `onFailure` is told when the disk
 * refuses: memory is then ahead of the file, and the process must end. Throws for a damaged file.
 */
export async function openJournal(
  file: string,
  replay: (entry: unknown) => void,
  onFailure: (error: unknown) => void,
): Promise<Journal> {
  const handle = await open(file, 'a+');
  await handle.truncate(await readEntries(handle, file, replay));
  await handle.sync();
  await syncFolder(path.dirname(file));
  let waiting: string[] = [];
  let flushing: Promise<void> | null = null;

  const flush = async () => {
    // Everything that is asked for in this turn of the event loop goes into one write.
    await new Promise(setImmediate);
    const lines = waiting;
    waiting = [];
    flushing = null;
    await handle.appendFile(lines.join(''));
    await handle.datasync();
  };
  let last: Promise<void> = Promise.resolve();
  const append = (entry: object): Promise<void> => {
    waiting.push(`${JSON.stringify(entry)}\n`);
    if (flushing === null) {
      flushing = last.then(flush);
      last = flushing;
      last.catch(onFailure);
    }
    return flushing;
  };
  return {
    append,
    settled: () => last,
    close: async () => {
      await last;
      await handle.close();
    },
  };
}

/** Returns the length in bytes of what is whole. */
async function readEntries(
  handle: FileHandle,
  file: string,
  replay: (entry: unknown) => void,
): Promise<number> {
  const content = await handle.readFile();
  const end = content.lastIndexOf(0x0a) + 1;
  const lines = content.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) {
    try {
      replay(JSON.parse(line));
    } catch (error) {
      throw new Error(`The ledger ${file} is damaged at line ${index + 1}.`, { cause: error });
    }
  }
  return end;
}

/** Makes the name of a new file as lasting as its content. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
