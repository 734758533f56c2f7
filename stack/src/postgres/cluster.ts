import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, serverUser, utf8Locale } from './binaries.ts';

const SUPERUSER = 'souk';
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' };

type ServerUser = { uid: number; gid: number } | undefined;

/** A PostgreSQL program gave up. `output` is what it printed since it was started. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed';
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

export type Cluster = {
  pid: number;
  port: number;
  adminUrl: ReturnType<typeof adminUrl>;
  /** Resolves when the server is gone, whoever ended it. */
  exited: Promise<void>;
  /** Fast shutdown (open transactions are rolled back); after `deadlineMs` the immediate one. */
  stop: (deadlineMs: number) => Promise<void>;
  /** Immediate shutdown: the next start recovers from the write-ahead log. */
  kill: () => void;
};

export type ClusterOptions = {
  directory: string;
  port: number;
  password: string;
  logFile: string;
  settings: Readonly<Record<string, string | number>>;
};

/** True where `directory` holds a database cluster, whole or not. */
export const isInitialised = (directory: string): boolean =>
  existsSync(path.join(directory, 'PG_VERSION'));

/**
 * Creates a database cluster: UTF-8, sorted by code point, the same on every operating system.
 * Throws PostgresFailed with initdb's output.
 */
export async function initialise(
  options: Pick<ClusterOptions, 'directory' | 'password' | 'logFile'> & { sync: boolean },
): Promise<void> {
  const { initdb } = await findBinaries();
  const user = await serverUser();
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const passwordFile = `${options.directory}.password`;
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (user) {
    await chown(options.directory, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const args = [
    `--pgdata=${options.directory}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${await utf8Locale()}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(options.sync ? [] : ['--no-sync']),
  ];
  try {
    const { code, output } = await runToEnd(initdb, args, user);
    await appendFile(options.logFile, output).catch(() => {});
    if (code !== 0) throw new PostgresFailed('initdb could not create the database.', output);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server of an initialised directory. Throws PostgresFailed with the server's output. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { postgres } = await findBinaries();
  const settings = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...options.settings,
  }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const args = ['-D', options.directory, '-p', String(options.port), ...settings];
  const from = sizeOf(options.logFile);
  const child = spawnLogged(postgres, args, options.logFile, await serverUser());
  let gone = false;
  let trouble: unknown;
  const exited = ended(child)
    .catch((error) => {
      trouble = error;
    })
    .then(() => {
      gone = true;
    });
  const stop = async (deadlineMs: number) => {
    if (gone) return;
    child.kill('SIGINT');
    await Promise.race([exited, sleep(deadlineMs, undefined, { ref: false })]);
    if (!gone) child.kill('SIGQUIT');
    await exited;
  };
  while (!gone && !(await isReady(options.directory, child.pid))) {
    await Promise.race([exited, sleep(15)]);
  }
  if (gone) {
    if (trouble) throw trouble;
    const output = await readFrom(options.logFile, from);
    throw new PostgresFailed('PostgreSQL did not start.', output);
  }
  return {
    pid: child.pid ?? 0,
    port: options.port,
    adminUrl: adminUrl(options.port, options.password),
    exited,
    stop,
    kill: () => child.kill('SIGQUIT'),
  };
}

/** Connection strings of the superuser, by database. */
export const adminUrl =
  (port: number, password: string) =>
  (database: string): string =>
    `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** The eighth line of postmaster.pid says what state the server is in. */
async function isReady(directory: string, pid: number | undefined): Promise<boolean> {
  const lines = await readFile(path.join(directory, 'postmaster.pid'), 'utf8').catch(() => '');
  const [first, , , , , , , status] = lines.split('\n');
  return Number(first) === pid && status?.trim() === 'ready';
}

/**
 * Runs a program and keeps what it says in memory: on a full disk no file would tell the reason.
 */
async function runToEnd(
  program: string,
  args: string[],
  user: ServerUser,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // `close` and not `exit`: by then everything it said has been read.
  const [code] = await once(child, 'close');
  return { code: code as number | null, output };
}

function spawnLogged(
  program: string,
  args: string[],
  logFile: string,
  user: ServerUser,
): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(program, args, {
      ...user,
      cwd: '/',
      // A process group of its own: Ctrl-C in the terminal must reach the stack alone.
      detached: true,
      stdio: ['ignore', log, log],
      env: ENVIRONMENT,
    });
  } finally {
    closeSync(log);
  }
}

async function ended(child: ChildProcess): Promise<[number | null]> {
  // `once` also rejects on the 'error' event: the program is missing or may not be executed.
  const [code] = await once(child, 'exit');
  return [code as number | null];
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

async function readFrom(file: string, offset: number): Promise<string> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  return content.subarray(offset).toString('utf8');
}
