import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What describes the system, and the code that it is described by. */
const FOLDERS = ['contracts', 'platform', 'router', 'schema', 'stack', 'storefront', 'subgraphs'];

/** Tests, and what is only run, are left out. */
const isNeeded = (file: string): boolean =>
  (FOLDERS.includes(file.split('/')[0] ?? '') || /^[\w.]+\.(json|yaml)$/.test(file)) &&
  !/(^|\/)(tests|migrations|scaffold)\/|\.test\.ts$|^package-lock/.test(file);

/** This repository in a folder of its own: its files as they are now, committed there. */
export type RepositoryCopy = {
  root: string;
  /** Replaces text in a file; throws an Error where the file does not have it. */
  replace: (file: string, from: string, to: string) => void;
  /** Runs a program of the copy by this Node, and returns what it says. */
  run: (...args: string[]) => { code: number; out: string };
  remove: () => void;
};

/** Makes the copy, its packages linked. */
export function copyOfRepository(): RepositoryCopy {
  const root = mkdtempSync(path.join(tmpdir(), 'repository-'));
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  for (const file of git(ROOT, 'ls-files', '-co', '--exclude-standard').split('\n')) {
    if (!isNeeded(file) || !existsSync(path.join(ROOT, file))) continue;
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    copyFileSync(path.join(ROOT, file), path.join(root, file));
  }
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '.');
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  git(root, ...author, 'commit', '--quiet', '--message=As it is');
  linkPackages(root);
  return {
    root,
    replace: (file, from, to) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not have "${from}".`);
      writeFileSync(path.join(root, file), text.replaceAll(from, to));
    },
    run: (...args) => {
      try {
        const out = execFileSync(process.execPath, args, {
          ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
        });
        return { code: 0, out };
      } catch (error) {
        const { status, stdout, stderr } = error as {
          status: number | null;
          stdout: string;
          stderr: string;
        };
        return { code: status ?? -1, out: `${stdout}${stdout === '' ? stderr : ''}` };
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The same packages, but our own workspaces are those of the copy. */
function linkPackages(root: string): void {
  const from = path.join(ROOT, 'node_modules');
  const to = path.join(root, 'node_modules');
  mkdirSync(path.join(to, '@souk'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@souk') symlinkSync(path.join(from, name), path.join(to, name));
  }
  const houses = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'src')));
  const subgraphs = readdirSync(path.join(root, 'subgraphs')).map((name) => `subgraphs/${name}`);
  for (const house of [...houses, ...subgraphs]) {
    symlinkSync(path.join(root, house), path.join(to, '@souk', path.basename(house)));
  }
  for (const house of [...houses, ...subgraphs]) {
    const own = path.join(ROOT, house, 'node_modules');
    if (existsSync(own)) symlinkSync(own, path.join(root, house, 'node_modules'));
  }
}
