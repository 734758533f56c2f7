import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../src/bring-up.ts';
import type { Options } from '../src/config/flags.ts';
import { readTopology } from '../src/config/topology.ts';
import { layoutOf } from '../src/data/layout.ts';
import { readPasswords } from '../src/data/passwords.ts';
import { serviceUrl } from '../src/postgres/databases.ts';
import { createStack, type Stack } from '../src/stack.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, 'fixture');
const quiet: Report = () => {};
let options: Options;
let stack: Stack;

const open = (changes: Partial<Options> = {}) =>
  createStack(
    { ...options, ...changes },
    {
      root,
      node: process.execPath,
      env: { PATH: process.env.PATH },
      services: readTopology(root),
      writeDataset: async (folder) => {
        writeFileSync(path.join(folder, 'alpha.ndjson'), '{}\n');
        return { alpha: path.join(folder, 'alpha.ndjson') };
      },
    },
  );

const connectAs = (name: string, database: string) => {
  const { services } = readPasswords(layoutOf(options.dataDirectory).passwords);
  const url = new URL(serviceUrl(4500 + options.portOffset, name, services[name] ?? ''));
  url.pathname = `/${database}`;
  return postgres(url.href, { max: 1, onnotice: () => {} });
};

const ask = async (port: number, address = '/'): Promise<{ pid: number }> => {
  const response = await fetch(`http://127.0.0.1:${port + options.portOffset}${address}`);
  return (await response.json()) as { pid: number };
};

beforeAll(async () => {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'souk-stack-'));
  await chmod(dataDirectory, 0o755);
  const portOffset = 6_000 + (process.pid % 20_000);
  const where = { portOffset, bus: null, dataDirectory };
  options = { fresh: false, seed: true, only: null, scale: { beta: 2 }, ...where };
  stack = open();
  await stack.start(quiet);
}, 30_000);

afterAll(async () => {
  await stack.stop();
  await rm(options.dataDirectory, { recursive: true, force: true });
}, 30_000);

test('a role of one service can neither enter nor read the database of another', async () => {
  const own = connectAs('alpha', 'alpha');
  expect(await own`select current_user`).toEqual([{ current_user: 'alpha' }]);
  await own.end();
  for (const database of ['beta', 'postgres', 'template1']) {
    const intruder = connectAs('alpha', database);
    await expect(intruder`select * from visit`).rejects.toMatchObject({
      code: '42501',
      message: `permission denied for database "${database}"`,
    });
    await intruder.end();
  }
});

test('every service enters the database of the bus, with one role of its own', async () => {
  const bus = connectAs('bus', 'bus');
  await bus`create table told (by text)`;
  await bus.end();
  const own = connectAs('beta', 'beta');
  const [visit] = await own<{ bus_url: string }[]>`select bus_url from visit limit 1`;
  await own.end();
  const asTold = postgres(visit?.bus_url ?? '', { max: 1 });
  await asTold`insert into told values (current_user)`;
  expect(await asTold`select by from told`).toEqual([{ by: 'bus' }]);
  await asTold.end();
});

test('passwords are readable by their owner alone, and PostgreSQL listens on loopback alone', async () => {
  const { mode } = await stat(layoutOf(options.dataDirectory).passwords);
  expect(mode & 0o777).toBe(0o600);
  const sql = connectAs('beta', 'beta');
  const rows = await sql`select current_setting('listen_addresses') as addresses`;
  expect(rows).toEqual([{ addresses: '127.0.0.1' }]);
  await sql.end();
});

test('discovery names every ready instance, and forgets one that was killed until it is back', async () => {
  const file = layoutOf(options.dataDirectory).discovery;
  const known = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, { id: string }[]>;
  const idsOf = (service: string) => known()[service]?.map(({ id }) => id);
  expect(idsOf('beta')).toEqual(['beta-1', 'beta-2']);
  const before = await ask(4112);
  process.kill(before.pid, 'SIGKILL');
  await expect.poll(() => idsOf('beta')).toEqual(['beta-1']);
  await expect.poll(() => idsOf('beta'), { timeout: 5_000 }).toEqual(['beta-1', 'beta-2']);
  expect((await ask(4112)).pid).not.toBe(before.pid);
});

test('PostgreSQL is started again when it dies', async () => {
  const { PostgreSQL } = JSON.parse(
    readFileSync(layoutOf(options.dataDirectory).processes, 'utf8'),
  ) as Record<string, { pid: number }>;
  process.kill(PostgreSQL?.pid ?? 0, 'SIGQUIT');
  const visits = async () => {
    const sql = connectAs('alpha', 'alpha');
    const rows = await sql`select count(*)::int > 0 as some from visit`.catch(() => []);
    await sql.end();
    return rows[0]?.some;
  };
  await sleep(100);
  await expect.poll(visits, { timeout: 5_000 }).toBe(true);
});

test('a second stack on the same data directory is refused', async () => {
  const other = open({ portOffset: options.portOffset + 200 });
  const holder = layoutOf(options.dataDirectory).lock;
  const sleeper = execFile(process.execPath, [
    '-e',
    'setTimeout(() => {}, 20000)',
    'stack/src/main.ts',
  ]);
  const own = readFileSync(holder, 'utf8');
  try {
    writeFileSync(holder, JSON.stringify({ pid: sleeper.pid, portOffset: 0 }));
    await expect(other.start(quiet)).rejects.toThrow(
      `Another stack is running on this data directory (process ${sleeper.pid}).`,
    );
    await other.stop();
    expect(existsSync(holder)).toBe(true);
  } finally {
    sleeper.kill();
    writeFileSync(holder, own);
  }
});

test('a taken port is named, together with who needs it', async () => {
  const portOffset = options.portOffset + 300;
  const thief = createServer().listen(4112 + portOffset, '127.0.0.1');
  const dataDirectory = `${options.dataDirectory}-thief`;
  const other = open({ portOffset, dataDirectory });
  await expect(other.start(quiet)).rejects.toMatchObject({
    message: `Port ${4112 + portOffset} is taken, and beta-2 needs it.`,
    advice: expect.stringContaining(`SOUK_PORT_OFFSET=${portOffset + 1_000}`),
  });
  await other.stop();
  thief.close();
  await rm(dataDirectory, { recursive: true });
});

test('data is kept over a restart, also one after a crash that left PostgreSQL running', async () => {
  const layout = layoutOf(options.dataDirectory);
  const pidFile = path.join(layout.postgres, 'postmaster.pid');
  const sql = connectAs('alpha', 'alpha');
  await sql`create table kept as select 42 as answer`;
  await sql.end();
  await stack.stop();
  expect(existsSync(pidFile)).toBe(false);
  expect(existsSync(layout.lock)).toBe(false);

  const crashed = await run(process.execPath, ['crash.ts', JSON.stringify(options)], {
    cwd: import.meta.dirname,
  }).catch((error: { signal: string }) => error);
  expect(crashed).toMatchObject({ signal: 'SIGKILL' });
  expect(existsSync(layout.lock)).toBe(true);
  const left = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  expect(() => process.kill(left, 0)).not.toThrow();

  stack = open();
  await stack.start(quiet);
  expect(() => process.kill(left, 0)).toThrow('ESRCH');
  const again = connectAs('alpha', 'alpha');
  expect(await again`select answer from kept`).toEqual([{ answer: 42 }]);
  const [seeded] = await again`select seed_file from visit limit 1`;
  expect(seeded).toEqual({ seed_file: path.join(layout.seed, 'alpha.ndjson') });
  await again.end();
}, 30_000);

test('damaged data gives one clear line and the way out', async () => {
  await stack.stop();
  const layout = layoutOf(options.dataDirectory);
  await rm(path.join(layout.postgres, 'global', 'pg_control'));
  stack = open();
  await expect(stack.start(quiet)).rejects.toMatchObject({
    message: expect.stringContaining(`The database in ${options.dataDirectory} cannot be started`),
    advice: expect.stringContaining('npm start -- --fresh'),
  });
  await stack.stop();
  stack = open({ fresh: true });
  await stack.start(quiet);
  const sql = connectAs('alpha', 'alpha');
  expect(await sql`select to_regclass('kept') as kept`).toEqual([{ kept: null }]);
  await sql.end();
}, 30_000);
