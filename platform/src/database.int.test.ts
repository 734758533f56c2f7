import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { openDatabase } from './database.ts';

test('a statement with a name is prepared, in a transaction too; one without is not', async () => {
  const { url, drop } = await freshDatabase();
  const database = openDatabase({ url, schema: {}, name: 'test', maxConnections: 1 });
  const prepared = async (part: string) => {
    const rows = await database.sql`
      select statement from pg_prepared_statements where statement like ${`%${part}%`}`;
    return rows.filter(({ statement }) => !statement.includes('pg_prepared')).length;
  };
  const value = 7;
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`/* test.inTransaction */ select ${value}::int as first`);
    await tx.execute(sql`select ${value}::int as second`);
  });
  await database.db.execute(sql`/* test.outside */ select ${value}::int as third`);
  expect(await prepared('as first')).toBe(1);
  expect(await prepared('as second')).toBe(0);
  expect(await prepared('as third')).toBe(1);
  await database.close();
  await drop();
});
