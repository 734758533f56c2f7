import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file; `path` is relative to the root of the repository. */
export type Source = { path: string; text: string };

const ROOT = path.resolve(import.meta.dirname, '../..');
const isOurs = (file: string) =>
  /\.tsx?$/.test(file) && !/generated|scaffold\/template|^bench\//.test(file);

/** Every TypeScript file of the repository that a person writes, tests among them. */
export function sources(): Source[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((file) => isOurs(file) && existsSync(path.join(ROOT, file)))
    .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

export const isTest = (file: string): boolean => /\.test\.tsx?$|(^|\/)tests?\//.test(file);

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\(?\s*'([^']+)'/g;

/** What a file imports, types too: npm packages by name, our own files by path from the root. */
export function imports({ path: file, text }: Source): string[] {
  return [...text.matchAll(IMPORT)].map((match) => resolve(file, match[1] ?? match[2] ?? ''));
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  const own = /^@souk\/([\w-]+)\/(.+)$/.exec(specifier);
  if (own === null) return specifier;
  const [, name, file] = own;
  const folder = ['platform', 'contracts', 'router', 'schema', 'stack', 'tests'].includes(`${name}`)
    ? name
    : `subgraphs/${name}`;
  return `${folder}/src/${file}.ts`;
}
