import { dirname, isAbsolute, join } from 'node:path';
import { ConfigError } from '@souk/platform/config';
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Layer } from './layers.ts';
import { camelCased, snakeCase } from './nested-names.ts';
import type { Schema, Setting } from './settings.ts';
import { unknownKeys } from './unknown-keys.ts';

/** What router.yaml gives, as text like that of the environment, and where it says so. */
export type YamlFile = {
  readonly layer: Layer;
  /** `router.yaml:12` for a key, or for a part of a nested one, if the file has it. */
  readonly placeOf: (path: readonly (string | number)[]) => string | null;
};

const FILE_NAME = /_(FILE|DIR|REGISTRY)$/;
const URL_TEXT = /^[a-z]+:\/\//i;

/**
 * Reads router.yaml. Relative files in it are relative to it. Throws ConfigError that names key and
 * line for what cannot be used: bad YAML, a key that is there twice or is not known, a wrong kind.
 */
export function readYaml(
  file: string,
  text: string,
  settings: readonly Setting[],
  schema: Schema,
): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) {
    const why = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    throw new ConfigError(`${at(broken.pos[0])}: ${why}`);
  }
  const root = document.contents === null ? {} : (document.toJS() as unknown);
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    throw new ConfigError(`${at(0)}: not a map of keys`);
  }
  const placeOf = (path: readonly (string | number)[]) => {
    const offset = offsetOf(document, path.map(String));
    return offset === null ? null : at(offset);
  };
  const wrong = unknownKeys(root, schema).map(
    ({ path, message }) => `  ${path.join('.')} (${placeOf(path)}): ${message}`,
  );
  const layer: Record<string, string> = {};
  for (const setting of settings) {
    if (setting.isShorthand) continue;
    const path = setting.path.split('.');
    const value = valueAt(root, path);
    if (value === undefined) continue;
    const written = textOf(value, setting);
    if (written === null) wrong.push(`  ${setting.path} (${placeOf(path)}): ${kindOf(setting)}`);
    else layer[setting.env] = fromFile(file, setting.env, written);
  }
  if (wrong.length > 0) {
    throw new ConfigError(`The configuration cannot be used:\n${wrong.join('\n')}`);
  }
  return { layer, placeOf };
}

const fromFile = (file: string, env: string, text: string): string =>
  FILE_NAME.test(env) && !isAbsolute(text) && !URL_TEXT.test(text)
    ? join(dirname(file), text)
    : text;

function valueAt(root: object, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Null: not of the kind that the setting takes. */
function textOf(value: unknown, { form, schema }: Setting): string | null {
  if (form === 'json') {
    return typeof value === 'object' && value !== null
      ? JSON.stringify(camelCased(value, schema))
      : null;
  }
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => isText(item) && !String(item).includes(','));
    return form === 'list' && isPlain ? value.join(',') : null;
  }
  if (schema.type === 'boolean') return typeof value === 'boolean' ? String(value) : null;
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  if (isNumber) return typeof value === 'number' ? String(value) : null;
  return isText(value) ? String(value) : null;
}

const isText = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

function kindOf({ form, schema }: Setting): string {
  if (form === 'json') return schema.type === 'array' ? 'must be a list' : 'must be a map';
  if (form === 'list') return 'must be a list, or text with commas between';
  if (schema.type === 'boolean') return 'must be true or false';
  if (schema.type === 'integer' || schema.type === 'number') return 'must be a number';
  return 'must be text';
}

/** Where the deepest key of a path begins that the document has. Names may be zod's. */
function offsetOf(document: Document.Parsed, path: readonly string[]): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const name of path) {
    if (!isMap(node)) break;
    const pair = node.items.find(
      (item) =>
        isPair(item) &&
        isScalar(item.key) &&
        [name, snakeCase(name)].includes(String(item.key.value)),
    );
    if (pair === undefined) break;
    offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
    node = pair.value;
  }
  return offset;
}
