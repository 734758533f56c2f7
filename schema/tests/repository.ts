import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Repository = {
  root: string;
  git: (...args: string[]) => string;
  /** Writes files into the working tree; nothing is committed. */
  write: (files: Readonly<Record<string, string>>) => void;
  /** Writes and commits; gives the commit. */
  commit: (files: Readonly<Record<string, string>>) => string;
};

/** A new git repository in a folder of its own, on the branch `main`; who commits is `Mina`. */
export function repository(): Repository {
  const root = mkdtempSync(path.join(tmpdir(), 'schema-repository-'));
  const git = gitIn(root);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Mina');
  git('config', 'user.email', 'mina@souk.example');
  const write: Repository['write'] = (files) => {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(root, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  };
  return {
    ...{ root, git, write },
    commit: (files) => {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--message', 'a state');
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

/** Runs git in a folder, untouched by the settings of whoever runs the tests. */
export const gitIn =
  (cwd: string) =>
  (...args: string[]): string =>
    execFileSync('git', args, {
      ...{ cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      env: {
        ...process.env,
        ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_DIR: undefined },
      },
    });
