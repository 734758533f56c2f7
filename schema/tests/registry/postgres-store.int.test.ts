import { expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';
import { openStore } from '../../src/registry/open-store.ts';
import { postgresStore } from '../../src/registry/postgres-store.ts';
import { conformance, sample } from './store-conformance.ts';

conformance('a PostgreSQL', async () => {
  const { url, sql, drop } = await freshDatabase();
  return {
    open: () => postgresStore(url, 'write'),
    alter: async (hash) => {
      await sql`update supergraph_registry.texts set text = 'something else' where hash = ${hash}`;
    },
    drop,
  };
});

test('who only reads needs no right to write, and is told where there is no registry', async () => {
  const { url, drop } = await freshDatabase();
  const readOnly = `${url}?default_transaction_read_only=on`;
  await expect(openStore(readOnly, '/', 'read')).rejects.toThrow(/holds none yet/);
  await expect(openStore(readOnly, '/', 'write')).rejects.toThrow(/read-only/);
  const [writer, { move, texts }] = [await openStore(url, '/', 'write'), sample('read')];
  await writer.move('production', move, texts);
  const reader = await openStore(readOnly, '/', 'read');
  expect(await reader.moves('production')).toHaveLength(1);
  await expect(reader.move('production', move, texts)).rejects.toThrow(/read-only/);
  for (const store of [writer, reader]) await store.close();
  await drop();
});
