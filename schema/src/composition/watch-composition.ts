import { setTimeout as sleep } from 'node:timers/promises';
import type { Io, Values } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { watchFiles } from '../source/watch-files.ts';
import { workingTree } from '../source/working-tree.ts';
import { composeOnce } from './compose-files.ts';
import { readSupergraphConfig } from './supergraph-config.ts';

/** An editor writes a file in several steps; they count as one. */
const QUIET_MS = 80;

/**
 * Composes now and after each change of supergraph.yaml or of a schema that it names, until the
 * signal is aborted. What cannot be used is told; the last supergraph that composed stays.
 */
export async function watchComposition(values: Values, io: Io): Promise<void> {
  while (!io.signal.aborted) {
    // Watching begins before reading: what is saved in between is not missed.
    const files = filesOf(values, io);
    using watched = watchFiles(io.cwd, files, io.signal);
    try {
      composeOnce(values, io);
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      io.progress(error.message);
    }
    io.progress(`Watching ${files.length} files; Ctrl-C stops.`);
    await watched.changed;
    await sleep(QUIET_MS, undefined, { signal: io.signal }).catch(() => null);
  }
}

/** The configuration, and the schemas that it names, whether they are there yet or not. */
function filesOf(values: Values, io: Io): string[] {
  const config = String(values.config);
  const tree = workingTree(io.cwd);
  const whole = {
    ...tree,
    read: (file: string) => tree.read(file) ?? (file === config ? null : ''),
  };
  try {
    const subgraphs = readSupergraphConfig(whole, config, io.env);
    return [...new Set([config, ...subgraphs.map(({ file }) => file)])];
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return [config];
  }
}
