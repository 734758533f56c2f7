import type { Database } from '@souk/platform/database';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

/** Runs a statement whose shape follows from what was asked. */
export type Ask = <Row>(statement: SQL) => Promise<Row[]>;

/**
 * Statements that are composed at run time. They are planned anew each time, for the values at hand:
 * a plan that suits every search suits none.
 */
export function statements({ sql }: Pick<Database, 'sql'>): Ask {
  const dialect = new PgDialect();
  return async <Row>(statement: SQL): Promise<Row[]> => {
    const { sql: text, params } = dialect.sqlToQuery(statement);
    const rows = await sql.unsafe(text, params as string[], { prepare: false });
    return rows as unknown as Row[];
  };
}
