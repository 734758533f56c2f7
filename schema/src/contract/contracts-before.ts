import type { Comparison } from '../check/checker.ts';
import { readSchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';

/** The contracts of the base, which the proposal may have changed; nothing where it does not say. */
export function contractsBefore(
  base: FileTree,
  configFile: string,
): Pick<Comparison, 'contractsBefore'> {
  if (base.read(configFile) === null) return {};
  try {
    return { contractsBefore: readSchemaConfig(base, configFile).contracts };
  } catch (error) {
    if (error instanceof Misuse) return {};
    throw error;
  }
}
