import postgres, { type Sql, type TransactionSql } from 'postgres';

type Statement = Promise<unknown> & {
  handler: (statement: Statement) => unknown;
  reject: (error: unknown) => void;
};

/** What became of the connection of one transaction. */
type Fate = { lost: Error | null };

type Work = (tx: TransactionSql) => unknown;

/** Class 57P of PostgreSQL's error codes: the server ends the session. */
const ENDS_SESSION = /^57P0/;

/** Whether the connection is gone with this error, and PostgreSQL has rolled back. */
function endsConnection(error: unknown): error is Error {
  if (error instanceof postgres.PostgresError) return ENDS_SESSION.test(error.code);
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^(CONNECTION_|E[A-Z]+$)/.test(code);
}

/**
 * A client whose transactions tell the driver nothing more once their connection is gone. It would send
 * the rollback, and whatever the work says next, to what the connection has become since: nothing, which
 * ends the process, or another caller's transaction. The caller hears of it by the driver's own `begin`,
 * which fails as the connection closes.
 */
export function survivingLostConnections(sql: Sql): Sql {
  const begin = sql.begin.bind(sql) as (...args: unknown[]) => Promise<unknown>;
  return Object.assign(sql, {
    begin: async (first: string | Work, second?: Work) => {
      const fate: Fate = { lost: null };
      try {
        return await (typeof first === 'function'
          ? begin(abandonedWhenLost(first, fate))
          : begin(first, abandonedWhenLost(second as Work, fate)));
      } catch (error) {
        fate.lost ??= error as Error;
        throw error;
      }
    },
  });
}

const abandonedWhenLost = (work: Work, fate: Fate) => (tx: TransactionSql) =>
  new Promise((resolve, reject) => {
    const unlessLost = (settle: (outcome: never) => void) => (outcome: unknown) => {
      if (fate.lost === null) settle(outcome as never);
    };
    Promise.resolve()
      .then(() => work(watched(tx, fate)))
      // The driver lets work give a list of statements, too.
      .then((made) => (Array.isArray(made) ? Promise.all(made) : made))
      .then(unlessLost(resolve), unlessLost(reject));
  });

/** A transaction whose statements are refused, instead of sent, once its connection is gone. */
function watched(tx: TransactionSql, fate: Fate): TransactionSql {
  const watch = <Made>(made: Made): Made => {
    if (!isStatement(made)) return made;
    const run = made.handler;
    made.handler = (statement) => {
      if (fate.lost !== null) return statement.reject(fate.lost);
      statement.catch((error: unknown) => {
        if (endsConnection(error)) fate.lost ??= error;
      });
      return run(statement);
    };
    return made;
  };
  const unsafe = tx.unsafe.bind(tx);
  const savepoint = tx.savepoint.bind(tx) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(tx, {
    unsafe: (...args: Parameters<typeof unsafe>) => watch(unsafe(...args)),
    savepoint: (first: string | Work, second?: Work) =>
      typeof first === 'function'
        ? savepoint(abandonedWhenLost(first, fate))
        : savepoint(first, abandonedWhenLost(second as Work, fate)),
  });
  return new Proxy(tx, {
    apply: (target, self, args) => watch(Reflect.apply(target as never, self, args)),
  });
}

const isStatement = (made: unknown): made is Statement =>
  made instanceof Promise && typeof (made as Partial<Statement>).handler === 'function';
