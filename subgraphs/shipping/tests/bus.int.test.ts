import { type Closable, type Message, openBus } from '@souk/platform/bus/bus';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testScope } from '../../../tests/subgraph.ts';
import { cancellationRequested, orderConfirmed, shipmentsOf } from './orders-tell.ts';
import { rates, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const heard: Message[] = [];
let stage: Stage;
let closables: Closable[] = [];
beforeAll(async () => {
  stage = await openStage([...zones, ...rates], { onBus: true });
});
afterAll(async () => {
  for (const each of closables) await each.close();
  await stage?.close();
});

test('what orders tells comes by the bus, and the answer leaves by it, in sequence', async () => {
  const bus = await openBus(stage.database.url, { name: 'test', log: testScope().log });
  const orders = await bus.subscribe({
    group: 'orders',
    topics: ['shipping'],
    handle: async (message) => {
      heard.push(message);
    },
    deadLetter: async () => {},
  });
  closables = [orders, bus];
  await bus.declare('shipping', ['orders']);
  const orderId = newId();
  const news = orderConfirmed(orderId);
  const lost = { ...orderConfirmed(newId()), body: '{}' };
  await bus.publish([news, news, lost, cancellationRequested(orderId)]);
  await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 10_000, interval: 50 });
  expect(heard.map(({ key, headers }) => [key, headers.type])).toEqual([
    [orderId, 'souk.shipping.shipment-created.v1'],
    [orderId, 'souk.shipping.shipment-cancelled.v1'],
  ]);
  expect(await shipmentsOf(stage, orderId)).toMatchObject([{ status: 'CANCELLED' }]);
  const letters = () => stage.sql`select message_id from dead_letters`;
  await vi.waitFor(async () => expect(await letters()).toEqual([{ message_id: lost.id }]));
});
