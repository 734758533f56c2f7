import path from 'node:path';
import { topicsOf } from '@souk/contracts/consumers';
import { emitterOf } from '@souk/contracts/envelope';
import { OrderConfirmed } from '@souk/contracts/events/orders';
import { cacheReadings } from '@souk/stack/event-catalog/cache-readings';
import { catalogText, type Reading } from '@souk/stack/event-catalog/catalog';
import { emittedInCode, envelopeInCode, readingsInCode } from '@souk/stack/event-catalog/in-code';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const [envelope, emitted, readings] = [
  await envelopeInCode(ROOT),
  await emittedInCode(ROOT),
  await readingsInCode(ROOT),
];
const type = OrderConfirmed.shape.type.value;

test('who reads what is taken from the reactions, and they are those that the bus carries', () => {
  for (const consumer of ['accounts', 'orders', 'payments', 'products', 'shipping']) {
    const own = readings.filter((reading) => reading.consumer === consumer);
    expect([...new Set(own.map((reading) => emitterOf(reading.type)))].sort()).toEqual(
      topicsOf(consumer),
    );
  }
});

test('the catalogue has of an event what each consumer reads, and no more', () => {
  const { events } = JSON.parse(catalogText(envelope, emitted, readings));
  const { consumers } = events[type];
  expect(Object.keys(consumers)).toEqual(['products', 'shipping']);
  expect(Object.keys(consumers.products.reads.properties)).toEqual(['reservationId']);
  const { lines } = consumers.shipping.reads.properties;
  expect(Object.keys(lines.items.properties)).toEqual(['number', 'quantity', 'weightGrams']);
});

test('a consumer that reads one field more changes the catalogue', () => {
  const data = OrderConfirmed.shape.data.pick({ reservationId: true, orderNumber: true });
  const more = readings.map(
    (reading): Reading =>
      reading.consumer === 'products' && reading.type === type
        ? { ...reading, reads: data }
        : reading,
  );
  const { events } = JSON.parse(catalogText(envelope, emitted, more));
  expect(events[type].consumers.products.reads.required).toContain('orderNumber');
});

test('to read what nobody publishes is refused', () => {
  const stray = { ...readings[0], type: 'souk.orders.nothing.v1' } as Reading;
  expect(() => catalogText(envelope, emitted, [stray])).toThrow('nobody publishes');
});

test('the cache of the router reads the fields that name what is stale', () => {
  const rules = JSON.stringify([
    { topic: 't', type: 'x.v1', drops: [{ type: 'P', key: { id: 'productId' } }, { type: 'Q' }] },
  ]);
  const [reading] = cacheReadings(rules, 'router.yaml');
  expect(reading?.reads.safeParse({ productId: 'p' }).success).toBe(true);
  expect(reading?.reads.safeParse({}).success).toBe(false);
});
