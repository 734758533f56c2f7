import { execFileSync } from 'node:child_process';

/** The name that git puts on commits made here; null without git, or without a name in it. */
export function gitUser(cwd: string): string | null {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      ...{ cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    });
    return name.trim() || null;
  } catch {
    return null;
  }
}
