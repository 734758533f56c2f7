import { newEvent } from '@souk/contracts/envelope';
import { OrderCancelled, OrderConfirmed, StockReturned } from '@souk/contracts/events/orders';
import type { Message } from '@souk/platform/bus/interface';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';

/** An order, and what it holds stock under. */
export type Deal = { orderId: string; reservationId: string };

export const deal = (): Deal => ({ orderId: newId(), reservationId: newId() });

const details = (orderId: string) => ({
  id: newId(),
  subject: orderId,
  time: new Date(),
  correlationid: orderId,
  causationid: newId(),
});

/** The message by which orders tells that an order is confirmed; each call makes a new one. */
export const confirmation = ({ orderId, reservationId }: Deal): Message =>
  toMessage(
    newEvent(OrderConfirmed, {
      ...details(orderId),
      data: {
        ...{ orderId, reservationId, orderNumber: 'SK-2026-000001', customerId: newId() },
        ...{ currency: 'KRW', shippingMethod: 'STANDARD' },
        lines: [{ number: 1, variantId: newId(), sku: 'MUG', quantity: 1, weightGrams: 1 }],
        shippingAddress: {
          ...{ recipient: 'Mina Park', phone: '+82 10 1234 5678', country: 'KR' },
          ...{ postalCode: '04524', region: 'Seoul', city: 'Jung-gu' },
          ...{ line1: 'Sejong-daero 110', line2: null },
        },
      },
    }),
  );

export const cancellation = (order: { orderId: string; reservationId: string | null }): Message =>
  toMessage(
    newEvent(OrderCancelled, {
      ...details(order.orderId),
      data: { ...order, reason: 'CHANGED_MIND' },
    }),
  );

export const comeback = (
  returnId: string,
  lines: { number: number; variantId: string; quantity: number }[],
): Message => {
  const orderId = newId();
  const data = { orderId, returnId, lines };
  return toMessage(newEvent(StockReturned, { ...details(orderId), data }));
};
