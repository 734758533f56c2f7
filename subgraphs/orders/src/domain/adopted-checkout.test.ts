import { expect, test } from 'vitest';
import { placementOf } from '../../tests/placement.ts';
import { adoptedCheckout } from './adopted-checkout.ts';
import { advance } from './checkout.ts';
import type { CheckoutInput } from './checkout-state.ts';
import type { OrderEvent } from './order-events.ts';
import { evolveOrder, noOrder } from './order-state.ts';

const at = '2026-05-01T12:00:00.000Z';
const placed: OrderEvent = { type: 'OrderPlaced', data: { ...placementOf(), at } };
const confirmed: OrderEvent = { type: 'OrderConfirmed', data: { at } };
const cancel: CheckoutInput = {
  ...{ type: 'Cancel', id: 'c1', at, reason: 'CHANGED_MIND', by: 'CUSTOMER' },
};
const orderOf = (...events: OrderEvent[]) => events.reduce(evolveOrder, noOrder);
const give = (events: OrderEvent[], ...inputs: CheckoutInput[]) => {
  const order = orderOf(...events);
  let state = { order, checkout: adoptedCheckout(order) };
  const told: string[] = [];
  for (const input of inputs) {
    const { effects, ...next } = advance(state, input);
    told.push(...effects.map((effect) => (effect.kind === 'tell' ? effect.name : effect.what)));
    state = next;
  }
  return { ...state, told };
};

test('an order that was never placed has no process', () => {
  expect(adoptedCheckout(noOrder).step).toBe('NEW');
});

test('a confirmed order takes the money of its parcel', () => {
  const items = [{ number: 1, quantity: 3 }];
  const { told, order } = give([placed, confirmed], {
    ...{ type: 'ShipmentDispatched', id: 'd1', at, shipmentId: 's1', items },
  });
  expect(told).toEqual(['CaptureRequested']);
  expect(order.status).toBe('SHIPPED');
});

test('a confirmed order is recalled before it is cancelled', () => {
  const { told, order } = give([placed, confirmed], cancel, {
    ...{ type: 'ShipmentCancelled', id: 's1', at },
  });
  expect(told).toEqual(['CancellationRequested', 'PaymentVoidRequested', 'OrderCancelled']);
  expect(order.status).toBe('CANCELLING');
});

test('an order before the pivot can be cancelled to its end', () => {
  const { told, order } = give([placed], cancel, { type: 'PaymentVoided', id: 'v1', at });
  expect(told).toEqual(['PaymentVoidRequested', 'OrderCancelled']);
  expect(order.status).toBe('CANCELLED');
});

test('what has ended stays ended', () => {
  const refused: OrderEvent = { type: 'OrderRefused', data: { reason: 'OUT_OF_STOCK', at } };
  expect(adoptedCheckout(orderOf(placed, refused))).toMatchObject({
    ...{ step: 'ENDED', outcome: 'REJECTED', reason: 'OUT_OF_STOCK' },
  });
});
