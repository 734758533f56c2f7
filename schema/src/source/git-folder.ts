import { execFileSync } from 'node:child_process';

/** Where a folder stands in its repository: `services/graph/`; empty at the root, and without git. */
export function gitFolder(cwd: string): string {
  try {
    const folder = execFileSync('git', ['rev-parse', '--show-prefix'], {
      ...{ cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    });
    return folder.trimEnd();
  } catch {
    return '';
  }
}
