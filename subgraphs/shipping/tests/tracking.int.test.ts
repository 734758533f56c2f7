import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shipmentRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const taken = shipmentRecord();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage([taken]);
});
afterAll(() => stage?.close());

const ADD = `mutation ($input: AddTrackingEventInput!) { addTrackingEvent(input: $input) {
  id status version trackingNumber events { status location en: description ko: description(locale: KO) }
} }`;
const inputFor = (shipmentId: string, change: object = {}) => ({
  input: { shipmentId, status: 'OUT_FOR_DELIVERY', description: { en: 'On the van' }, ...change },
});

/** A shipment of its own, seeded for one test. */
async function seeded(change: object = {}): Promise<string> {
  const record = shipmentRecord(change);
  await stage.seed([record]);
  return record.id;
}
const rowOf = async (id: string) => {
  const [row] = await stage.sql`select status, version, tracking_number,
    (select count(*)::int from tracking_events where shipment_id = id) as events
    from shipments where id = ${id}`;
  return row;
};

test('the warehouse records what happened, and the reply reads it', async () => {
  const id = await seeded();
  const input = inputFor(id, { location: 'Mapo', expectedVersion: 2 });
  const { data, errors } = await stage.query(ADD, input, stage.tokens.warehouse);
  expect(errors).toBeUndefined();
  expect(data.addTrackingEvent).toMatchObject({ id, status: 'OUT_FOR_DELIVERY', version: 3 });
  expect(data.addTrackingEvent.events[0]).toEqual({
    status: 'OUT_FOR_DELIVERY',
    location: 'Mapo',
    en: 'On the van',
    ko: 'On the van',
  });
  expect(data.addTrackingEvent.events).toHaveLength(3);
  expect(await rowOf(id)).toMatchObject({ status: 'OUT_FOR_DELIVERY', version: 3, events: 3 });
});

test('two events in one request are both in the second reply', async () => {
  const id = await seeded();
  const { data } = await stage.query(
    `mutation ($a: AddTrackingEventInput!, $b: AddTrackingEventInput!) {
      a: addTrackingEvent(input: $a) { events { status } }
      b: addTrackingEvent(input: $b) { status events { status } }
    }`,
    { a: inputFor(id).input, b: inputFor(id, { status: 'DELIVERED' }).input },
    stage.tokens.warehouse,
  );
  expect(data.b.status).toBe('DELIVERED');
  expect(data.b.events.map(({ status }: { status: string }) => status)).toEqual([
    'DELIVERED',
    'OUT_FOR_DELIVERY',
    'IN_TRANSIT',
    'LABEL_CREATED',
  ]);
});

test('customers, support and guests cannot record anything', async () => {
  expect(await stage.codes(ADD, inputFor(taken.id), stage.tokens.owner)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(ADD, inputFor(taken.id), stage.tokens.support)).toEqual(['FORBIDDEN']);
  expect(await stage.codes(ADD, inputFor(taken.id))).toEqual(['UNAUTHENTICATED']);
  expect(await rowOf(taken.id)).toMatchObject({ version: 2, events: 2 });
});

test.each<[string, object, string]>([
  ['a state that it cannot come to', { status: 'DELIVERED' }, 'BAD_USER_INPUT'],
  ['a state that there is not', { status: 'LOST' }, 'BAD_USER_INPUT'],
  ['a shipment that there is not', { shipmentId: newId() }, 'NOT_FOUND'],
  ['an id that is none', { shipmentId: 'x' }, 'BAD_USER_INPUT'],
  ['an empty description', { description: { en: ' ' } }, 'BAD_USER_INPUT'],
  ['an endless description', { description: { en: 'x'.repeat(501) } }, 'BAD_USER_INPUT'],
  ['another tracking number', { trackingNumber: 'JE999' }, 'BAD_USER_INPUT'],
  ['a version that is gone', { expectedVersion: 1 }, 'CONFLICT'],
])('an event with %s is refused and changes nothing', async (_, change, code) => {
  expect(await stage.codes(ADD, inputFor(taken.id, change), stage.tokens.warehouse)).toEqual([
    code,
  ]);
  expect(await rowOf(taken.id)).toMatchObject({ status: 'IN_TRANSIT', version: 2, events: 2 });
});

test('a refusal says what is possible', async () => {
  const input = inputFor(taken.id, { status: 'DELIVERED' });
  const { errors } = await stage.query(ADD, input, stage.tokens.warehouse);
  expect(errors?.[0]?.extensions).toMatchObject({
    from: 'IN_TRANSIT',
    allowed: ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'EXCEPTION', 'RETURNED'],
  });
});

test('of ten people who record at once, whoever was late is told so, and every event counts once', async () => {
  const id = await seeded();
  const input = inputFor(id, { status: 'IN_TRANSIT', expectedVersion: 2 });
  const codes = await Promise.all(
    Array.from({ length: 10 }, () => stage.codes(ADD, input, stage.tokens.warehouse)),
  );
  expect(codes.filter((list) => list.length === 0)).toHaveLength(1);
  expect(codes.flat()).toEqual(Array(9).fill('CONFLICT'));
  expect(await rowOf(id)).toMatchObject({ version: 3, events: 3 });
});

test('a label brings its number, which no other parcel of the carrier may have', async () => {
  const pending = { status: 'PENDING', trackingNumber: null, events: [] };
  const id = await seeded(pending);
  const label = (trackingNumber?: string) =>
    stage.query(
      ADD,
      inputFor(id, { status: 'LABEL_CREATED', trackingNumber }),
      stage.tokens.warehouse,
    );
  expect((await label()).errors?.[0]?.message).toBe('A label needs a tracking number.');
  expect((await label(taken.trackingNumber)).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: 'trackingNumber',
  });
  expect((await label('JE-new')).data.addTrackingEvent).toMatchObject({
    status: 'LABEL_CREATED',
    trackingNumber: 'JE-new',
    version: 1,
  });
});
