import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { survivingLostConnections } from './lost-connection.ts';
import { notifier, tellingAfter } from './notify.ts';
import { mapRowsOnce } from './row-mapping.ts';

/** A transaction and the database itself answer to the same type, so that queries run in either. */
export type Queries<Schema extends Record<string, unknown>> = PostgresJsDatabase<Schema>;

export type Database<Schema extends Record<string, unknown> = Record<string, never>> = {
  sql: Sql;
  db: Queries<Schema>;
  url: string;
  close: () => Promise<void>;
};

/**
 * A pool on one service's own database. `onStatement` is told of every statement that a request
 * causes: not of those named `….ping`, by which health is asked by the clock, nor of `….notify`, which
 * nobody waits for, nor of the driver's own question for array types on a new connection.
 * Statements are prepared once per connection: their text must not vary with the values.
 */
export function openDatabase<Schema extends Record<string, unknown>>(options: {
  url: string;
  schema: Schema;
  name: string;
  maxConnections: number;
  onStatement?: (() => void) | undefined;
}): Database<Schema> {
  const { onStatement } = options;
  const sql = postgres(options.url, {
    max: options.maxConnections,
    idle_timeout: 30,
    connect_timeout: 5,
    connection: { application_name: options.name },
    onnotice: () => {},
  });
  // Told of it any earlier, the driver would write down a stack for each statement.
  if (onStatement !== undefined) sql.options.debug = counted(onStatement);
  const db = drizzle(preparing(survivingLostConnections(sql)), { schema: options.schema });
  mapRowsOnce(db);
  return {
    sql,
    db,
    url: options.url,
    close: () => sql.end({ timeout: 5 }),
  };
}

const counted = (onStatement: () => void) => (_connection: number, text: string) => {
  if (!/^\s*(\/\* \S+\.(ping|notify) \*\/|select b\.oid, b\.typarray\b)/.test(text)) onStatement();
};

/** Text that starts with a name, in a comment: it does not vary with the values. */
const NAMED = /^\s*\/\* \S+ \*\//;

/**
 * drizzle sends its SQL by `unsafe`, which postgres.js does not prepare unless it is asked to. Here
 * what has a name is prepared, also within transactions, which are followed by what they have to tell.
 */
function preparing<Client extends Sql | TransactionSql>(sql: Client): Client {
  const unsafe = sql.unsafe.bind(sql);
  Object.assign(sql, {
    unsafe: ((text, values, options) => {
      const named = options?.prepare === undefined || options.prepare || NAMED.test(text);
      return unsafe(text, values, { ...options, prepare: named });
    }) as Sql['unsafe'],
  });
  if ('begin' in sql) {
    const begin = sql.begin.bind(sql) as (...args: unknown[]) => Promise<unknown>;
    const notify = notifier(sql);
    const inTransaction = (work: (tx: TransactionSql) => unknown) => (tx: TransactionSql) =>
      work(preparing(tx));
    Object.assign(sql, {
      begin: (first: never, second?: never) =>
        tellingAfter(notify, () =>
          typeof first === 'function'
            ? begin(inTransaction(first))
            : begin(first, inTransaction(second as never)),
        ),
    });
  }
  return sql;
}

/** The name of the constraint that a failed statement violated, or null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof postgres.PostgresError) return cause.constraint_name ?? null;
  }
  return null;
}
