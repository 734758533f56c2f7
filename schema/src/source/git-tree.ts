import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from './file-tree.ts';
import { type Blob, readBlobs } from './git-blobs.ts';

const MAX_BYTES = 256 * 1_048_576;
/** How git marks a symbolic link. */
const LINK = '120000';
/** A link that leads back to itself leads nowhere. */
const MOST_LINKS = 10;
/** Files of one kind that are read at once: a process for each would take most of the time. */
const BATCH_BYTES = 32 * 1_048_576;

/**
 * The files as a commit has them, read from git's objects; the working tree is left alone. `A...` is
 * where the branch of A and what is checked out parted. Throws Misuse where there is no such commit.
 * `root` may be a folder below the repository's root; `../` leads to what stands beside it.
 */
export function gitTree(root: string, revision: string): FileTree {
  const git = (args: readonly string[], input = ''): Buffer =>
    execFileSync('git', args, {
      ...{ cwd: root, maxBuffer: MAX_BYTES, input, stdio: ['pipe', 'pipe', 'pipe'] },
    });
  const commit = commitOf(git, revision);
  const prefix = git(['rev-parse', '--show-prefix']).toString('utf8').trim();
  const blobs = blobsOf(git(['ls-tree', '-r', '-l', '-z', '--full-tree', commit]), `/${prefix}`);
  const read = new Map<string, string>();
  const textOf = (file: string, links = 0): string | null => {
    const blob = blobs.get(path.posix.normalize(file));
    if (blob === undefined || links > MOST_LINKS) return null;
    if (!read.has(blob.id)) {
      const wanted = alike(blobs, blob, file);
      for (const [id, text] of readBlobs(git, wanted)) read.set(id, text);
    }
    const text = read.get(blob.id) ?? null;
    // On disk a link is read as what it leads to; in git its content is the way there.
    if (text === null || !blob.isLink) return text;
    return textOf(path.posix.join(path.posix.dirname(file), text), links + 1);
  };
  return {
    name: `${revision} (${commit.slice(0, 7)})`,
    read: (file) => textOf(file),
    glob: (pattern) => {
      const plain = path.posix.normalize(pattern);
      return [...blobs.keys()].filter((file) => path.matchesGlob(file, plain)).sort();
    },
  };
}

type File = Blob & { isLink: boolean };

/** Every file by its path from a folder; submodules are no files. */
function blobsOf(listed: Buffer, folder: string): Map<string, File> {
  const entries = listed
    .toString('utf8')
    .split('\0')
    .flatMap((line): [string, File][] => {
      const [, mode, id = '', bytes, file = ''] =
        /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line) ?? [];
      const name = path.posix.relative(folder, `/${file}`);
      return id === '' ? [] : [[name, { id, bytes: Number(bytes), isLink: mode === LINK }]];
    });
  return new Map(entries);
}

/**
 * What is worth reading with one file: all of its kind below the folder, or all of it beside, or it
 * alone where these are too many.
 */
function alike(blobs: ReadonlyMap<string, Blob>, one: Blob, name: string): readonly Blob[] {
  const kindOf = (file: string) => `${file.startsWith('../')} ${path.extname(file)}`;
  const kind = kindOf(path.posix.normalize(name));
  const same = [...blobs].flatMap(([file, blob]) => (kindOf(file) === kind ? [blob] : []));
  return same.reduce((sum, { bytes }) => sum + bytes, 0) <= BATCH_BYTES ? same : [one];
}

type Git = (args: readonly string[], input?: string) => Buffer;

function commitOf(git: Git, revision: string): string {
  const [, branch] = /^(.+)\.\.\.$/.exec(revision) ?? [];
  try {
    const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options'];
    const commit = git([...asked, `${branch ?? revision}^{commit}`])
      .toString('utf8')
      .trim();
    if (branch === undefined) return commit;
    return git(['merge-base', commit, 'HEAD']).toString('utf8').trim();
  } catch (error) {
    throw new Misuse(why(error, revision));
  }
}

function why(error: unknown, revision: string): string {
  const { code, stderr } = error as { code?: string; stderr?: Buffer };
  const said = stderr?.toString('utf8').trim() ?? '';
  if (code === 'ENOENT') return 'git is needed to read the base, and is not installed.';
  if (said.startsWith('fatal: ')) return said.replace('fatal: ', 'git says: ');
  return `git knows no commit "${revision}" here. In CI, fetch it: actions/checkout with fetch-depth: 0.`;
}
