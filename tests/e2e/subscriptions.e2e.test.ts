import { createClient } from 'graphql-ws';
import { expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import { type StreamedAnswer, subscribeTo } from '../streams.ts';
import { signIn, stranger } from './client.ts';
import { backAgain, killHard, processOf } from './processes.ts';
import { act, type Good, place, shelf, shopper } from './shopping.ts';

const graph = () => `${inject('stack').router}/graphql`;

const ORDER = `subscription ($id: ID!) {
  orderUpdated(orderId: $id) {
    status
    lines { quantity product { title } variant { availability { quantity } } }
    payment { status }
  }
}`;

type Events = AsyncIterableIterator<StreamedAnswer>;

/** Reads on until an order has that status, and gives its last event. */
async function until(stream: Events, status: string) {
  // Not by for await, which would leave the stream with the event that it returns.
  for (;;) {
    const { value, done } = await stream.next();
    if (done) throw new Error(`the stream ended before ${status}`);
    expect(value.errors).toBeUndefined();
    if (value.data.orderUpdated.status === status) return value.data.orderUpdated;
  }
}

test('a shopper follows her order by SSE, with fields of four services, to its end', async () => {
  const [good] = await shelf();
  const someone = await shopper(good as Good, 2);
  const order = await place(someone);
  const stream = subscribeTo(graph(), ORDER, { id: order.id }, someone.token);
  const confirmed = await until(stream, 'CONFIRMED');
  expect(confirmed.lines).toMatchObject([{ quantity: 2, product: { title: expect.any(String) } }]);
  expect(confirmed.payment).toMatchObject({ status: expect.any(String) });
  await act(
    'cancelOrder',
    'CancelOrderInput',
    { orderId: order.id, reason: 'Changed my mind.' },
    '',
    someone.token,
  );
  await until(stream, 'CANCELLED');
  await stream.return?.();
});

test('the same by WebSocket for support, and nothing for anybody else', async () => {
  const [good] = await shelf();
  const someone = await shopper(good as Good, 1);
  const order = await place(someone);
  const by = (token: string): Events => {
    const client = createClient({
      url: graph().replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    return client.iterate({ query: ORDER, variables: { id: order.id } }) as Events;
  };
  const stream = by(await signIn('sam@souk.example'));
  await until(stream, 'CONFIRMED');
  await stream.return?.();
  const { token } = await stranger();
  expect((await by(token).next()).value.errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
});

test('guests watch the stock of what they look at, also over the death of its service', async () => {
  const [, good] = await shelf();
  const { id, available } = good as Good;
  const query = `subscription ($ids: [ID!]!) {
    stockChanged(variantIds: $ids) { availability { quantity } product { title reviews: id } }
  }`;
  const stream = subscribeTo(graph(), query, { ids: [id] });
  const next = async (): Promise<number> => {
    const { value } = await stream.next();
    expect(value.errors).toBeUndefined();
    return value.data.stockChanged[0].availability.quantity;
  };
  expect(await next()).toBe(available);
  const first = await shopper(good as Good, 1);
  await place(first);
  expect(await next()).toBe(available - 1);
  const { pid } = processOf('products-1');
  killHard('products-1');
  await backAgain('products-1', pid);
  // What is so when the service is back is told anew.
  expect(await next()).toBe(available - 1);
  await place(await shopper(good as Good, 1));
  expect(await next()).toBe(available - 2);
  await stream.return?.();
});
