import type { Queries } from '@souk/platform/database';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/**
 * Inserts any number of complete rows as one parameter of one statement; rows whose key is there
 * already are left alone.
 */
export async function insertRows<Table extends PgTable>(
  db: Queries<Record<string, unknown>>,
  table: Table,
  rows: readonly Table['$inferSelect'][],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table)).map(
    ([key, column]) => [key, column.name] as const,
  );
  const named = rows.map((row) =>
    Object.fromEntries(columns.map(([key, name]) => [name, (row as Record<string, unknown>)[key]])),
  );
  const name = sql.identifier(getTableName(table));
  const list = sql.join(
    columns.map(([, column]) => sql.identifier(column)),
    sql`, `,
  );
  await db.execute(sql`/* products.insertRows */
    insert into ${name} (${list})
    select ${list} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(named)}::text::jsonb)
    on conflict do nothing`);
}
