import { Document, isMap, isScalar } from 'yaml';
import { snakeCasedValue } from './nested-names.ts';
import type { Setting } from './settings.ts';

/**
 * The configuration as it would be used, as YAML with the source of each value. Secrets and
 * passwords in addresses are hidden.
 */
export function printedConfig(
  settings: readonly Setting[],
  given: Readonly<Record<string, string>>,
  sourceOf: (env: string) => string,
): string {
  const document = new Document({});
  // What holds for a part comes after what holds for the whole.
  const ordered = settings.toSorted((a, b) => Number(a.isShorthand) - Number(b.isShorthand));
  for (const setting of ordered) {
    const { env, path, isSecret, schema } = setting;
    const text = given[env];
    if (text === undefined && setting.isShorthand) continue;
    const value = text === undefined ? schema.default : valueIn(text, setting);
    if (value === undefined || value === '') continue;
    const shown = isSecret ? '<secret>' : snakeCasedValue(withoutPasswords(value), schema);
    const node = document.createNode(shown);
    node.comment = ` ${text === undefined ? 'default' : sourceOf(env)}`;
    if (isMap(node) && node.items.length > 0) {
      node.commentBefore = node.comment;
      node.comment = null;
    }
    if (isScalar(node) || !setting.isShorthand) document.setIn(path.split('.'), node);
  }
  return document.toString({ lineWidth: 0 });
}

function valueIn(text: string, { form, schema }: Setting): unknown {
  if (form === 'json') return JSON.parse(text) as unknown;
  if (form === 'list') return text.split(',').map((item) => item.trim());
  if (schema.type === 'boolean') return /^(true|1|yes|on|y|enabled)$/i.test(text);
  if (schema.type === 'integer' || schema.type === 'number') return Number(text);
  return text;
}

function withoutPasswords(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/(\/\/[^/:@]*:)[^/@]*@/, '$1***@');
  if (Array.isArray(value)) return value.map(withoutPasswords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutPasswords(inner)]),
  );
}
