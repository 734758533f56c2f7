import { afterAll, beforeAll, expect, test } from 'vitest';
import { rateRecord, rates, shipmentRecord, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const parcel = shipmentRecord();
const another = shipmentRecord();

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...zones, ...rates, parcel, another]);
});
afterAll(() => stage?.close());

const parcels = (change: string) => `update shipments set ${change} where id = '${parcel.id}'`;
const tariff = (change: string) => `update rates set ${change} where id = '${rates[0]?.id}'`;
const items = (change: string) =>
  `update shipment_items set ${change} where shipment_id = '${parcel.id}' and order_line_number = 1`;

const counts = (change: string) =>
  `update fulfilment_lines set ${change} where order_id = '${parcel.orderId}' and number = 1`;

test.each([
  [
    'more units sent than ordered',
    counts('dispatched = ordered + 1'),
    'fulfilment_lines_never_more',
  ],
  ['units that are sent and cancelled', counts('cancelled = 1'), 'fulfilment_lines_never_more'],
  ['fewer than no units sent', counts('dispatched = -1'), 'fulfilment_lines_dispatched'],
  ['fewer than no units cancelled', counts('cancelled = -1'), 'fulfilment_lines_cancelled'],
  ['a line of nothing', counts('dispatched = 0, ordered = 0'), 'fulfilment_lines_ordered'],
  ['a line 0', counts('number = 0'), 'fulfilment_lines_number'],
  ['units lighter than nothing', counts('unit_weight_grams = -1'), 'fulfilment_lines_weight'],
  ['a parcel of no weight', parcels('weight_grams = 0'), 'shipments_weight'],
  ['a parcel in an unknown state', parcels("status = 'LOST'"), 'shipments_status'],
  ['a parcel by an unknown method', parcels("method = 'OWL'"), 'shipments_method'],
  ['a parcel on its way without a number', parcels('tracking_number = null'), 'shipments_labelled'],
  ['an empty tracking number', parcels("tracking_number = ''"), 'shipments_number_not_empty'],
  [
    'another parcel’s tracking number',
    parcels(`tracking_number = '${another.trackingNumber}'`),
    'shipments_tracking_number',
  ],
  ['a negative version', parcels('version = -1'), 'shipments_version'],
  ['an item of no units', items('quantity = 0'), 'shipment_items_quantity'],
  ['an item of line 0', items('order_line_number = 0'), 'shipment_items_line'],
  ['two items of one line', items('order_line_number = 2'), 'shipment_items_one_a_line'],
  [
    'two events at one place of the story',
    `update tracking_events set number = 1 where shipment_id = '${parcel.id}'`,
    'tracking_events_in_order',
  ],
  [
    'an event in an unknown state',
    `update tracking_events set status = 'LOST'`,
    'tracking_events_status',
  ],
  [
    'an event that is told in one language',
    `update tracking_events set description = '{"en":"x"}'`,
    'tracking_events_description',
  ],
  ['two rates for one bracket', tariff('max_weight_grams = 5000'), 'rates_one_a_bracket'],
  ['a rate for no weight', tariff('max_weight_grams = 0'), 'rates_weight'],
  ['a price below zero', tariff('price_eur = -1'), 'rates_prices'],
  ['fewer days at most than at least', tariff('max_days = 0'), 'rates_days'],
  ['a rate by an unknown method', tariff("method = 'OWL'"), 'rates_method'],
  ['a rate without a Korean name', tariff(`name = '{"en":"x"}'`), 'rates_name'],
  ['a rate into no zone', tariff("zone_code = 'MOON'"), 'rates_zone_code_zones_code_fk'],
  ['a country that is none', `update zone_countries set country = 'kr'`, 'zone_countries_code'],
  [
    'a country in two zones',
    `insert into zone_countries values ('KR', 'EU')`,
    'zone_countries_pkey',
  ],
])('the database refuses %s', async (_, statement, constraint) => {
  await expect(stage.sql.unsafe(statement)).rejects.toMatchObject({ constraint_name: constraint });
});

test.each(['price_krw', 'price_usd', 'price_eur'])(
  'the database refuses a rate without %s',
  async (column) => {
    await expect(stage.sql.unsafe(tariff(`${column} = null`))).rejects.toThrow('not-null');
  },
);

test.each([
  ['an unknown kind', { kind: 'pigeon' }],
  ['nothing in it', { items: [] }],
  ['items of no units', { items: [{ orderLineNumber: 1, quantity: 0 }] }],
  ['no weight', { weightGrams: 0 }],
  ['events that end elsewhere', { status: 'DELIVERED' }],
  ['no address', { address: undefined }],
])('a seed record with %s is refused, and nothing of its file stays', async (_, change) => {
  const good = shipmentRecord();
  await expect(stage.seed([good, shipmentRecord(change)])).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  expect(await stage.sql`select 1 from shipments where id = ${good.id}`).toHaveLength(0);
});

test('a seed rate without one of the currencies is refused', async () => {
  await expect(
    stage.seed([rateRecord({ maxWeightGrams: 9, prices: { KRW: 1, USD: 1 } })]),
  ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a record that is there already is refused', async () => {
  await expect(stage.seed([parcel])).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await stage.isEmpty()).toBe(false);
});
