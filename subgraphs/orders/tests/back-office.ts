import { openDatabase } from '@souk/platform/database';
import type { Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { appendToOutbox } from '@souk/platform/outbox';
import { projections } from '@souk/platform/projections';
import { freshDatabase } from '../../../tests/database.ts';
import type { ReturnUnit } from '../src/app/return-store.ts';
import { returnVerbs } from '../src/app/returns.ts';
import { outgoingMessages } from '../src/bus/out.ts';
import { ordersProjection } from '../src/store/projections.ts';
import { returnStore, returnUnit, type Telling } from '../src/store/return-unit.ts';
import { orderSeed } from '../src/store/seed.ts';

/** When the tests happen: some days after the records' orders arrived. */
export const NOW = new Date('2026-05-10T12:00:00.000Z');

export const viewerWith = (id: string, ...scopes: string[]): Viewer => ({
  ...{ id, roles: [], scopes: new Set(scopes), sessionId: null },
});

const telling: Telling = (tx, about, tells) =>
  appendToOutbox(tx, outgoingMessages(tells, { ...about, traceparent: null }));

export type BackOffice = Awaited<ReturnType<typeof openBackOffice>>;

/** The verbs on a database of their own, with these records in it. */
export async function openBackOffice(records: readonly object[]) {
  const database = await freshDatabase(`${import.meta.dirname}/../migrations`);
  const { db, close } = openDatabase({
    ...{ url: database.url, schema: {}, name: 'back-office', maxConnections: 10 },
  });
  const { sql } = database;
  const load = (more: readonly object[]) => orderSeed(db).load(oneByOne(more));
  await load(records);
  const returns = returnVerbs(returnStore(db, telling), () => NOW);
  return {
    ...{ db, sql, url: database.url, load },
    returns,
    projections: projections(db, ordersProjection),
    /** Runs in one transaction, which the caller may keep open. */
    transaction: <T>(work: (tx: ReturnUnit) => Promise<T>) =>
      db.transaction((tx) => work(returnUnit(tx, telling))),
    /** As the consumer does it. */
    refunded: (refundId: string) =>
      db.transaction((tx) =>
        returns.recordRefund(returnUnit(tx, telling), refundId, { id: newId(), at: NOW }),
      ),
    /** What was told, oldest first. */
    told: async () => {
      const rows = await sql<{ key: string; body: string }[]>`
        select key, body from outbox order by position`;
      return rows.map(({ key, body }) => ({ key, ...JSON.parse(body) }));
    },
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

async function* oneByOne(records: readonly object[]): AsyncGenerator<unknown> {
  yield* records;
}
