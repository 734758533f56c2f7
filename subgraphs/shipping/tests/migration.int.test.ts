import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@souk/platform/ids';
import { migrate } from '@souk/platform/migrate';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../migrations');

/** The migrations as they were before shipments had books. */
async function firstOnly(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  return folder;
}

test('a database that has shipments already gets books that count them', async () => {
  const { sql, url, drop } = await freshDatabase();
  const before = await firstOnly();
  await migrate(url, before);
  const orderId = newId();
  for (const [status, quantity] of [
    ['DELIVERED', 2],
    ['RETURNED', 1],
    ['PENDING', 3],
    ['CANCELLED', 4],
  ] as const) {
    const id = newId();
    await sql`insert into shipments values (${id}, ${orderId}, 'SK-1', ${newId()}, ${status},
      'STANDARD', 'Jebi Parcel', ${id}, '{}', ${quantity * 250}, 1, now())`;
    await sql`insert into shipment_items values (${id}, 1, ${quantity})`;
  }
  await migrate(url, MIGRATIONS);
  expect(await sql`select * from fulfilment_lines`).toEqual([
    {
      ...{ order_id: orderId, number: 1, unit_weight_grams: 250 },
      ...{ ordered: 10, dispatched: 3, cancelled: 4 },
    },
  ]);
  await rm(before, { recursive: true });
  await drop();
});
