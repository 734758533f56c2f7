import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@souk/platform/migrate';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';

export type FreshDatabase = {
  /** Connection string of the owner, an ordinary role as in production (not a superuser). */
  url: string;
  /** A small pool of connections as that owner. */
  sql: Sql;
  /** Closes `sql` and drops the database, also while others are connected. */
  drop: () => Promise<void>;
};

const OWNER = 'tester';
const TEMPLATE_LOCK = 5_521_077;

/**
 * An empty database, or one with the drizzle migrations of `migrationsFolder` applied, for one test
 * file. Migrated databases are cloned from a template that is made once per run.
 * For files named `*.int.test.ts`.
 */
export async function freshDatabase(
  migrationsFolder?: string | URL,
  extensions: readonly string[] = [],
): Promise<FreshDatabase> {
  const folder = migrationsFolder instanceof URL ? migrationsFolder.pathname : migrationsFolder;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (admin) => {
    const template = await ensureTemplate(admin, folder, extensions);
    await admin.unsafe(`create database ${name} template ${template} owner ${OWNER}`);
  });
  const url = urlOf(name, OWNER);
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  const drop = async () => {
    await sql.end({ timeout: 2 });
    await asAdmin((admin) => admin.unsafe(`drop database if exists ${name} with (force)`));
  };
  return { url, sql, drop };
}

async function ensureTemplate(
  admin: Sql,
  folder: string | undefined,
  extensions: readonly string[],
): Promise<string> {
  const name = `template_${fingerprint(folder, extensions)}`;
  await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  try {
    const [role] = await admin`select 1 from pg_roles where rolname = ${OWNER}`;
    if (!role) await admin.unsafe(`create role ${OWNER} login password '${OWNER}'`);
    const [made] = await admin`select 1 from pg_database where datname = ${name}`;
    if (made) return name;
    // Renamed once it is complete, so that a failed migration leaves no half-made template.
    const draft = `${name}_draft`;
    await admin.unsafe(`drop database if exists ${draft} with (force)`);
    await admin.unsafe(`create database ${draft} owner ${OWNER}`);
    if (extensions.length > 0) await createExtensions(draft, extensions);
    if (folder !== undefined) await migrate(urlOf(draft, OWNER), folder);
    await admin.unsafe(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await admin`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
  }
}

async function createExtensions(database: string, extensions: readonly string[]): Promise<void> {
  const sql = postgres(urlOf(database), { max: 1, onnotice: () => {} });
  for (const extension of extensions) await sql`create extension if not exists ${sql(extension)}`;
  await sql.end();
}

/** Changes when a migration, or the list of extensions, does. */
function fingerprint(folder: string | undefined, extensions: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(extensions));
  const files =
    folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((each) => each.endsWith('.sql')).sort()) {
    hash.update(file).update(readFileSync(path.join(folder ?? '', file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function asAdmin<T>(work: (admin: Sql) => Promise<T>): Promise<T> {
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  try {
    return await work(admin);
  } finally {
    await admin.end({ timeout: 2 });
  }
}

function urlOf(database: string, role?: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = role;
  }
  return url.href;
}
