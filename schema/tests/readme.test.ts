import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/commands.ts';
import { SchemaFile } from '../src/config/schema-config.ts';
import { FORMATS } from '../src/report/formats.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const guide = readFileSync(new URL('../../docs/schema-checks.md', import.meta.url), 'utf8');
const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
const told = new Set(
  rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  ),
);

test('the README has a row for every command and every key of schema.yaml', () => {
  expect(
    [...Object.keys(COMMANDS), ...Object.keys(SchemaFile.shape)].filter((name) => !told.has(name)),
  ).toEqual([]);
});

test('the README and the guide name every format', () => {
  for (const format of Object.keys(FORMATS)) {
    expect(readme).toContain(format);
    expect(guide).toContain(`| \`${format}\` |`);
  }
});

test.each(Object.entries(COMMANDS))(
  '%s tells its usage: options and exit codes',
  async (name, load) => {
    const { usage, options, summary } = await load();
    expect(usage).toMatch(new RegExp(`^Usage: npm run schema -- ${name}\\b`));
    expect(usage).toContain('Exit codes: 0');
    expect(summary).toMatch(/^[a-z]/);
    for (const option of Object.keys(options)) expect(usage).toContain(`--${option}`);
  },
);
