import { type Queries, violatedConstraint } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { parseInput } from '@souk/platform/input';
import { sql } from 'drizzle-orm';
import { countShipments, openBooks } from './fulfilment-books.ts';
import {
  type RateRecord,
  type ShipmentRecord,
  ShippingRecord,
  type ZoneRecord,
} from './seed-records.ts';
import { rates, shipmentItems, shipments, trackingEvents, zoneCountries, zones } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

const BATCH = 500;

async function inBatches<Row>(
  rows: readonly Row[],
  insert: (batch: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await insert(rows.slice(start, start + BATCH));
  }
}

async function insertRates(tx: Db, told: readonly ZoneRecord[], prices: readonly RateRecord[]) {
  const countries = told.flatMap(({ code: zoneCode, countries: codes }) =>
    codes.map((country) => ({ country, zoneCode })),
  );
  const priced = prices.map(({ prices: { KRW, USD, EUR }, ...rate }) => ({
    ...rate,
    priceKrw: KRW,
    priceUsd: USD,
    priceEur: EUR,
  }));
  await inBatches(told, (batch) => tx.insert(zones).values(batch));
  await inBatches(countries, (batch) => tx.insert(zoneCountries).values(batch));
  await inBatches(priced, (batch) => tx.insert(rates).values(batch));
}

async function insertShipments(tx: Db, told: readonly ShipmentRecord[]) {
  const parcels = told.map(({ items: _, events, ...rest }) => ({
    ...rest,
    version: events.length,
  }));
  const items = told.flatMap(({ id: shipmentId, items: list }) =>
    list.map((item) => ({ shipmentId, ...item })),
  );
  const events = told.flatMap(({ id: shipmentId, events: list }) =>
    list.map((event, index) => ({ shipmentId, number: index + 1, ...event })),
  );
  const orderIds = told.map(({ orderId }) => orderId);
  await inBatches(orderIds, (batch) => openBooks(tx, batch));
  await inBatches(parcels, (batch) => tx.insert(shipments).values(batch));
  await inBatches(items, (batch) => tx.insert(shipmentItems).values(batch));
  await inBatches(events, (batch) => tx.insert(trackingEvents).values(batch));
  await countShipments(tx, orderIds);
}

async function insertAll(tx: Db, records: AsyncIterable<unknown>): Promise<void> {
  const told: { zones: ZoneRecord[]; rates: RateRecord[] } = { zones: [], rates: [] };
  let parcels: ShipmentRecord[] = [];
  for await (const line of records) {
    const record = parseInput(ShippingRecord, line);
    if (record.kind === 'zone') told.zones.push(record);
    else if (record.kind === 'rate') told.rates.push(record);
    else parcels.push(record);
    if (parcels.length < BATCH) continue;
    await insertShipments(tx, parcels);
    parcels = [];
  }
  await insertShipments(tx, parcels);
  await insertRates(tx, told.zones, told.rates);
}

export const shippingSeed = (db: Db) => ({
  isEmpty: async (): Promise<boolean> => {
    const [parcel, zone] = await Promise.all([
      db.select({ one: sql`1` }).from(shipments).limit(1),
      db.select({ one: sql`1` }).from(zones).limit(1),
    ]);
    return parcel.length === 0 && zone.length === 0;
  },

  /**
   * Loads zones, rates and shipments in any order, all or nothing. Throws BAD_USER_INPUT for a
   * record that it does not know, CONFLICT for one that breaks a rule of the tables.
   */
  load: async (records: AsyncIterable<unknown>): Promise<void> => {
    try {
      await db.transaction((tx) => insertAll(tx, records));
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === null) throw error;
      throw new AppError('CONFLICT', `The seed breaks the rule ${constraint}.`, { constraint });
    }
  },
});
