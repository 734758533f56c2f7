import { stringify } from 'yaml';
import { wrapped } from './help.ts';
import type { Schema } from './settings.ts';

/** A router.yaml that has every key, at its default; keys without one are comments. */
export function exampleYaml(schema: Schema): string {
  return [
    '# yaml-language-server: $schema=./router.schema.json',
    '# Every key of the router with its default. In brackets: the variable that overrides it.',
    '# Files are relative to this one.',
    '',
    sections(schema, 0),
  ].join('\n');
}

function sections({ properties = {} }: Schema, depth: number): string {
  const indent = '  '.repeat(depth);
  return Object.entries(properties)
    .map(([name, inner]) => {
      const env = inner['x-env'] === undefined ? '' : ` [${inner['x-env']}]`;
      const text = `${inner.description ?? ''}${choices(inner)}${env}`.trim();
      const comment = text === '' ? '' : `${wrapped(text, `${indent}# `)}\n`;
      return inner.properties === undefined
        ? `${comment}${assignment(name, inner.default, indent)}\n`
        : `${comment}${indent}${name}:\n${sections(inner, depth + 1)}`;
    })
    .join(depth === 0 ? '\n' : '');
}

const choices = ({ enum: of }: Schema): string =>
  of === undefined ? '' : ` One of ${of.join(', ')}.`;

function assignment(name: string, value: unknown, indent: string): string {
  if (value === undefined || value === '') return `${indent}# ${name}:`;
  return stringify({ [name]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');
}
