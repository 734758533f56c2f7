import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { conformance } from './conformance.ts';
import { until, withStage } from './stage.ts';
import { watching } from './watching.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Every connection to the bus breaks, with whatever was under way on it. */
async function cutConnections() {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`;
  await sql.end();
}

describe('the bus on PostgreSQL', () => {
  const broker = () => ({ url: database.url, restart: cutConnections, stop: async () => {} });
  conformance(broker, 10_000);
  watching(broker, 10_000);

  test('consumed messages are removed', () =>
    withStage(database.url, async ({ bus, topic, messages, member }) => {
      const stored = async () => {
        const [row] = await database.sql`select count(*)::int from messages where topic = ${topic}`;
        return row?.count;
      };
      const group = await member(`${topic}-a`);
      await bus.publish(messages(50, 5));
      expect(await stored()).toBeGreaterThan(0);
      await until(() => group.seen.length >= 50, 5_000);
      await expect.poll(stored, { timeout: 8_000 }).toBe(0);
    }));
});
