import { RegistryFault, VARIANT } from '@souk/router/registry/move';
import type { Io, Values } from '../command.ts';
import { readSchemaConfig, type SchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import { workingTree } from '../source/working-tree.ts';
import { openStore } from './open-store.ts';
import type { RegistryStore } from './store.ts';

export const REGISTRY_OPTIONS = {
  config: { type: 'string', default: 'schema.yaml' },
  registry: { type: 'string' },
} as const;

export const REGISTRY_USAGE = `  --registry WHERE    a directory or a postgres:// URL (default: SCHEMA_REGISTRY of the
                      environment, then registry of schema.yaml)
  --config FILE       the configuration               (default: schema.yaml)`;

export const VARIANT_OPTIONS = { variant: { type: 'string', default: 'production' } } as const;

/** Throws Misuse for what cannot be the name of a variant. */
export function variantOf({ variant }: Values): string {
  if (typeof variant === 'string' && VARIANT.test(variant)) return variant;
  throw new Misuse(`--variant is made of a-z, 0-9, dots, dashes and underscores: "${variant}".`);
}

/**
 * Where releases are kept: by flag, else by environment, which suits a URL with a password, else by
 * configuration. Throws Misuse where nothing says.
 */
export function registryOf(values: Values, io: Io, config: SchemaConfig): string {
  const address = values.registry || io.env.SCHEMA_REGISTRY || config.registry;
  if (typeof address === 'string' && address !== '') return address;
  throw new Misuse('No registry: give --registry, or registry in schema.yaml, or SCHEMA_REGISTRY.');
}

/** Works with the registry that a command was given, and closes it. Throws Misuse. */
export async function withRegistry<T>(
  { values, io, use }: { values: Values; io: Io; use: 'read' | 'write' },
  work: (store: RegistryStore, config: SchemaConfig) => Promise<T>,
): Promise<T> {
  const config = readSchemaConfig(workingTree(io.cwd), String(values.config));
  const store = await openStore(registryOf(values, io, config), io.cwd, use);
  try {
    return await work(store, config);
  } catch (error) {
    throw error instanceof RegistryFault ? new Misuse(`${store.name}: ${error.message}.`) : error;
  } finally {
    await store.close();
  }
}
