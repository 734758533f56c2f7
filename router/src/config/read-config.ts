import { ConfigError } from '@souk/platform/config';
import type { z } from 'zod';
import { readFlags } from './flags.ts';
import { helpText } from './help.ts';
import { ALTERNATIVES, type Layer, layered } from './layers.ts';
import { printedConfig } from './print-config.ts';
import { type Setting, settingsOf } from './settings.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';
import { yamlSchema } from './yaml-schema.ts';

/** What was asked for: text to print, or values to run with. */
export type Asked<V> = { readonly text: string } | { readonly values: V };

/**
 * Flags, then environment, then router.yaml, then defaults. Throws ConfigError that names every key
 * at fault, and its line where it stands in the file.
 */
export function readConfig<S extends z.ZodObject>(
  keys: S,
  given: {
    readonly args: readonly string[];
    readonly env: Layer;
    readonly defaults: Layer;
    /** Throws where there is no such file. */
    readonly readFile: (file: string) => string;
  },
): Asked<z.output<S>> {
  const settings = settingsOf(keys.shape as Record<string, z.ZodType>);
  const flags = readFlags(given.args);
  if (flags.asks === 'help') return { text: helpText(settings) };
  const env = Object.fromEntries(settings.map((it) => [it.env, given.env[it.env]]));
  const name = flags.config ?? (given.env.CONFIG_FILE || undefined);
  const file = name === undefined ? null : read(name, settings, given.readFile);
  refuseTwoSources([flags.layer, env, file?.layer ?? {}]);
  const values = layered([given.defaults, file?.layer ?? {}, env, flags.layer]);
  const isGivenBy = (layer: Layer, key: string) =>
    Boolean(layer[key]) && layer[key] === values[key];
  const parsed = keys.safeParse(values);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const [key = '', ...inner] = path.map(String);
      const setting = settings.find((it) => it.env === key);
      const isInFile =
        !isGivenBy(flags.layer, key) && !isGivenBy(env, key) && Boolean(file?.layer[key]);
      if (!isInFile || setting === undefined) return `  ${[key, ...inner].join('.')}: ${message}`;
      const place = [...setting.path.split('.'), ...inner];
      return `  ${place.join('.')} (${file?.placeOf(place)}): ${message}`;
    });
    throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`);
  }
  if (flags.asks === null) return { values: parsed.data };
  const sourceOf = (key: string) => {
    if (isGivenBy(flags.layer, key)) return 'flag';
    if (isGivenBy(env, key)) return `environment, ${key}`;
    const place = settings.find((it) => it.env === key)?.path.split('.') ?? [];
    return (file?.layer[key] && file.placeOf(place)) || 'default';
  };
  return { text: printedConfig(settings, values, sourceOf) };
}

function read(
  name: string,
  settings: readonly Setting[],
  readFile: (file: string) => string,
): YamlFile {
  let text: string;
  try {
    text = readFile(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${name} cannot be read (${code ?? 'unknown reason'}).`);
  }
  return readYaml(name, text, settings, yamlSchema(settings));
}

function refuseTwoSources(layers: readonly Layer[]): void {
  for (const names of ALTERNATIVES) {
    if (layers.some((layer) => names.filter((name) => layer[name]).length > 1)) {
      throw new ConfigError(`${names.join(', ')}: only one of them can be given.`);
    }
  }
}
