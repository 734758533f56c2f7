import { expect, test } from 'vitest';
import { freshDatabase } from './database.ts';

test('two fresh databases share nothing, and belong to an ordinary role', async () => {
  const [first, second] = await Promise.all([
    freshDatabase(),
    freshDatabase(undefined, ['pg_trgm']),
  ]);
  await first.sql`create table note (text text)`;
  await expect(second.sql`select * from note`).rejects.toThrow('relation "note" does not exist');
  const [role] = await first.sql`select rolsuper from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolsuper: false });
  const [trigrams] = await second.sql`select cardinality(show_trgm('한국')) > 0 as korean`;
  expect(trigrams).toEqual({ korean: true });
  await first.drop();
  await second.drop();
});
