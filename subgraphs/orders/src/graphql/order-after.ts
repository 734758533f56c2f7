import type { Order } from '../domain/order.ts';
import type { Context } from './context.ts';

/** An order that a verb has just acted on: the one who may act on it may see it. */
export async function orderAfter({ orderById }: Context, orderId: string): Promise<Order> {
  const order = await orderById.load(orderId);
  if (order === null) throw new Error('an order that was acted on is not there');
  return order;
}
