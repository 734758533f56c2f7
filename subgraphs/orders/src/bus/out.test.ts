import { Envelope } from '@souk/contracts/envelope';
import { newId } from '@souk/platform/ids';
import { expect, test } from 'vitest';
import { placementOf } from '../../tests/placement.ts';
import type { Tell } from '../domain/checkout-state.ts';
import { outgoingMessages } from './out.ts';

const orderId = newId();
const about = { orderId, at: new Date('2026-05-01T12:00:00.000Z'), causationId: newId() };
const tell = (reason: string): Tell => ({
  ...{ kind: 'tell', name: 'CancellationRequested', data: { orderId, reason } },
});

test('what is told of an order goes out under its id, in its sequence and in its trace', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const sent = outgoingMessages([tell('FIRST'), tell('SECOND')], { ...about, traceparent });
  const events = sent.map(({ body }) => Envelope.parse(JSON.parse(body)));
  expect(sent.map(({ topic, key }) => [topic, key])).toEqual([
    ['orders', orderId],
    ['orders', orderId],
  ]);
  expect(events.map(({ data }) => data)).toEqual([
    { orderId, reason: 'FIRST' },
    { orderId, reason: 'SECOND' },
  ]);
  expect(events[0]).toMatchObject({
    type: 'souk.orders.cancellation-requested.v1',
    time: '2026-05-01T12:00:00.000Z',
    correlationid: orderId,
    causationid: about.causationId,
    traceparent,
  });
  expect(events[0]?.id).not.toBe(events[1]?.id);
});

test('what breaks the contract does not leave', () => {
  const { reservationId, number } = placementOf();
  const broken: Tell = {
    ...{ kind: 'tell', name: 'OrderCancelled' },
    data: { orderId, reservationId, reason: number },
  };
  expect(() => outgoingMessages([broken], { ...about, traceparent: null })).toThrow(
    'reservationId',
  );
});
