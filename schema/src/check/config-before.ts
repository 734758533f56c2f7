import { readSchemaConfig, type SchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';

/**
 * What the base's own schema.yaml says, which the proposal may have changed; nothing where there is
 * none that can be used.
 */
export function configBefore(base: FileTree, configFile: string): { configBefore?: SchemaConfig } {
  if (base.read(configFile) === null) return {};
  try {
    return { configBefore: readSchemaConfig(base, configFile) };
  } catch (error) {
    if (error instanceof Misuse) return {};
    throw error;
  }
}
