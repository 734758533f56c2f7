import { expect, test } from 'vitest';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { eventFindings } from './event-findings.ts';
import { messagesOf } from './messages.ts';

const object = (...names: string[]): JsonSchema => ({
  ...{ type: 'object', required: names },
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
const catalog = (data: JsonSchema, readers: Record<string, JsonSchema> = {}, version = 1) => ({
  [`shop.sold.v${version}`]: {
    ...{ emitter: 'shop', data },
    consumers: Object.fromEntries(
      Object.entries(readers).map(([name, reads]) => [name, { reads }]),
    ),
  },
});
type Events = Parameters<typeof messagesOf>[0]['events'];
const told = (base: Events, head: Events) =>
  eventFindings(messagesOf({ events: base }), messagesOf({ events: head })).map(
    ({ severity, rule, coordinate, consumers }) =>
      [severity, rule, coordinate, ...consumers].join(' '),
  );

const sold = object('id', 'sku');

test('an event that stays as it is has nothing to be told of', () => {
  expect(told(catalog(sold, { mail: sold }), catalog(sold, { mail: sold }))).toEqual([]);
});

test('a renamed field breaks who reads it, old and new, and names them', () => {
  const renamed = object('id', 'stockUnit');
  expect(
    told(
      catalog(sold, { mail: object('sku'), depot: object('sku'), tax: object('id') }),
      catalog(renamed, { mail: object('stockUnit'), depot: object('sku'), tax: object('id') }),
    ),
  ).toEqual([
    'breaking EVENT_FIELD_REMOVED shop.sold.v1#sku mail depot',
    'breaking WAITING_EVENT_FIELD_MISSING shop.sold.v1#stockUnit mail',
  ]);
});

test('a field that nobody reads can go', () => {
  expect(
    told(catalog(sold, { tax: object('id') }), catalog(object('id'), { tax: object('id') })),
  ).toEqual(['unused EVENT_FIELD_REMOVED shop.sold.v1#sku']);
});

test('a field more is safe', () => {
  expect(told(catalog(object('id')), catalog(sold))).toEqual([
    'safe EVENT_FIELD_ADDED shop.sold.v1#sku',
  ]);
});

test('a consumer that begins to read a field which was always published is safe', () => {
  expect(told(catalog(sold, { mail: object('id') }), catalog(sold, { mail: sold }))).toEqual([]);
});

test('a consumer that begins to read a field together with its arrival stumbles over older events', () => {
  expect(
    told(catalog(object('id'), { mail: object('id') }), catalog(sold, { mail: sold })),
  ).toEqual(['breaking WAITING_EVENT_FIELD_MISSING shop.sold.v1#sku mail']);
});

test('one that never read the event may begin with those to come: that is a warning', () => {
  expect(told(catalog(object('id')), catalog(sold, { mail: sold }))).toEqual([
    'dangerous WAITING_EVENT_FIELD_MISSING shop.sold.v1#sku mail',
  ]);
});

test('a second version beside the first is safe, the first gone while it is read is not', () => {
  const [one, two] = [catalog(sold, { mail: sold }), catalog(object('no'), {}, 2)];
  expect(told(one, { ...one, ...two })).toEqual(['safe EVENT_ADDED shop.sold.v2']);
  expect(told({ ...one, ...two }, two)).toEqual(['breaking EVENT_REMOVED shop.sold.v1 mail']);
  expect(told(catalog(sold), {})).toEqual(['unused EVENT_REMOVED shop.sold.v1']);
});

test('a change of the envelope is one of all consumers', () => {
  const around = (reads: JsonSchema) => ({ writes: reads, reads });
  const events = { ...catalog(sold, { mail: sold }), ...catalog(sold, { tax: sold }, 2) };
  const findings = eventFindings(
    messagesOf({ events, envelope: around(object('id', 'time')) }),
    messagesOf({ events, envelope: around(object('id')) }),
  );
  expect(findings).toMatchObject([{ coordinate: 'envelope#time', consumers: ['mail', 'tax'] }]);
});
