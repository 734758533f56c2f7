import postgres, { type Sql } from 'postgres';

export type DatabaseWanted = {
  /** Name of the database, and of the one role that may connect to it. */
  name: string;
  password: string;
  extensions: readonly string[];
};

/**
 * One database and one role per service; nobody else may connect. Safe to repeat: what exists is
 * kept, the password is set again.
 */
export async function ensureDatabases(
  adminUrl: (database: string) => string,
  wanted: readonly DatabaseWanted[],
): Promise<void> {
  const admin = connect(adminUrl('postgres'));
  try {
    await admin`/* stack.closeShared */ revoke all on database postgres, template1 from public`;
    const roles = await admin<
      { rolname: string }[]
    >`/* stack.roles */ select rolname from pg_roles`;
    const databases = await admin<{ datname: string }[]>`
      /* stack.databases */ select datname from pg_database`;
    for (const { name, password } of wanted) {
      const verb = roles.some(({ rolname }) => rolname === name) ? 'alter' : 'create';
      await admin.unsafe(
        `/* stack.role */ ${verb} role ${quoteName(name)} login nosuperuser nocreatedb nocreaterole password ${quoteText(password)}`,
      );
      if (databases.some(({ datname }) => datname === name)) continue;
      await admin`/* stack.createDatabase */ create database ${admin(name)} owner ${admin(name)} strategy file_copy`;
    }
    for (const { name } of wanted) {
      await admin`/* stack.closeDatabase */ revoke all on database ${admin(name)} from public`;
    }
  } finally {
    await admin.end({ timeout: 2 });
  }
  await Promise.all(wanted.map((each) => ensureExtensions(adminUrl, each)));
}

/** The connection string of a service for its own database. */
export const serviceUrl = (port: number, name: string, password: string): string =>
  `postgres://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;

async function ensureExtensions(
  adminUrl: (database: string) => string,
  wanted: DatabaseWanted,
): Promise<void> {
  if (wanted.extensions.length === 0) return;
  const sql = connect(adminUrl(wanted.name));
  try {
    for (const extension of wanted.extensions) {
      await sql`/* stack.createExtension */ create extension if not exists ${sql(extension)}`;
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const connect = (url: string): Sql => postgres(url, { max: 1, onnotice: () => {} });

// `create role` takes no parameters.
const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
