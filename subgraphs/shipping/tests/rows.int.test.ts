import { openDatabase } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toMessages } from '../src/bus/out.ts';
import type { Fulfilment } from '../src/domain/fulfilment.ts';
import { evolveFulfilment } from '../src/domain/fulfilment-events.ts';
import { fulfilmentStore } from '../src/store/fulfilments.ts';
import { confirmed } from './orders-tell.ts';
import { rates, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { attempt, commandFor, steps } from './stories.ts';

const STORIES = 6;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...zones, ...rates]);
});
afterAll(() => stage?.close());

const sorted = ({ parcels, ...rest }: Fulfilment) => ({
  ...rest,
  parcels: parcels.toSorted((left, right) => left.id.localeCompare(right.id)),
});

test('whatever is done to an order, its rows say what its events say', async () => {
  const url = stage.database.url;
  const { db, sql } = openDatabase({ url, schema: {}, name: 'test', maxConnections: 1 });
  const store = fulfilmentStore(db, toMessages);
  for (const story of fc.sample(steps, { numRuns: STORIES, seed: 7 })) {
    const { orderId } = await confirmed(stage);
    for (const step of story) {
      await store.transaction(async (unit) => {
        const before = await unit.lock(orderId);
        if (before === null) throw new Error('the order is not there');
        const events = attempt(commandFor(before, step, newId()), before);
        await unit.save(before, events, { id: newId(), at: new Date() });
        const after = await unit.lock(orderId);
        const expected = events.reduce(evolveFulfilment, before);
        expect(after && sorted(after)).toEqual(sorted(expected));
      });
    }
  }
  const torn = await stage.sql`select s.id from shipments s
    where version <> (select count(*) from tracking_events where shipment_id = s.id)
      or (version > 0 and status <> (select t.status from tracking_events t
        where t.shipment_id = s.id order by number desc limit 1))`;
  expect(torn).toEqual([]);
  await sql.end();
});
