import { describe, expect, test } from 'vitest';
import { emitterOf } from '../envelope.ts';
import * as orders from './orders.ts';
import * as payments from './payments.ts';
import * as products from './products.ts';
import * as shipping from './shipping.ts';

const id = (n: number) => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [orderId, paymentId, customerId, reservationId, shipmentId, variantId, productId, refundId] =
  [1, 2, 3, 4, 5, 6, 7, 8].map(id);
const money = { amount: 12_000, currency: 'KRW' };
const shippingAddress = {
  recipient: 'Mina Park',
  phone: '+82 10 1234 5678',
  country: 'KR',
  postalCode: '04524',
  region: 'Seoul',
  city: 'Jung-gu',
  line1: 'Sejong-daero 110',
  line2: null,
};
const item = { number: 1, variantId, quantity: 2 };
const words = { code: 'card_declined', message: 'Your card was declined.' };

/** One example of the data of every event, by its type. */
const examples: Record<string, Record<string, unknown>> = {
  'souk.orders.payment-requested.v1': {
    ...{ orderId, customerId, ...money },
    ...{ paymentMethod: 'pm_card_visa', idempotencyKey: 'k' },
  },
  'souk.orders.payment-void-requested.v1': { orderId, reason: 'EXPIRED' },
  'souk.orders.capture-requested.v1': { orderId, ...money, shipmentId },
  'souk.orders.refund-requested.v1': { orderId, refundId, ...money, reason: 'RETURNED' },
  'souk.orders.order-confirmed.v1': {
    ...{ orderId, orderNumber: 'SK-2026-000001', customerId, reservationId, currency: 'KRW' },
    lines: [{ ...item, sku: 'MUG-INK', weightGrams: 350 }],
    ...{ shippingAddress, shippingMethod: 'STANDARD' },
  },
  'souk.orders.cancellation-requested.v1': { orderId, reason: 'CHANGED_MIND' },
  'souk.orders.order-cancelled.v1': { orderId, reservationId: null, reason: 'CHANGED_MIND' },
  'souk.orders.stock-returned.v1': { orderId, returnId: id(9), lines: [item] },
  'souk.payments.payment-authorized.v1': { orderId, paymentId, ...money },
  'souk.payments.payment-action-required.v1': {
    ...{ orderId, paymentId },
    actionUrl: 'http://127.0.0.1:4400/3ds/1',
  },
  'souk.payments.payment-declined.v1': { orderId, paymentId, ...words },
  'souk.payments.payment-voided.v1': { orderId, paymentId: null },
  'souk.payments.payment-captured.v1': { orderId, paymentId, ...money, shipmentId },
  'souk.payments.refund-succeeded.v1': { orderId, refundId, ...money },
  'souk.payments.refund-failed.v1': { orderId, refundId, ...words },
  'souk.products.product-changed.v1': { productId },
  'souk.products.stock-level-changed.v1': { variantId, productId, available: 0 },
  'souk.products.reservation-expired.v1': { reservationId, orderId },
  'souk.shipping.shipment-created.v1': { shipmentId, orderId },
  'souk.shipping.shipment-dispatched.v1': {
    ...{ shipmentId, orderId, isLast: true },
    items: [{ orderLineNumber: 1, quantity: 2 }],
  },
  'souk.shipping.shipment-delivered.v1': { shipmentId, orderId, isLast: true },
  'souk.shipping.shipment-returned.v1': { shipmentId, orderId },
  'souk.shipping.shipment-cancelled.v1': { orderId },
};

const schemas = [orders, payments, products, shipping].flatMap((each) => Object.values(each));

const enveloped = (type: string, data: unknown) => ({
  ...{ specversion: '1.0', id: id(100), source: `/souk/${emitterOf(type)}`, type, data },
  ...{ subject: orderId, partitionkey: orderId, time: '2026-05-01T12:00:00Z' },
  ...{ datacontenttype: 'application/json', correlationid: id(101), causationid: id(102) },
});

test('every event has an example, and every example an event', () => {
  const types = schemas.map((schema) => schema.shape.type.value);
  expect(types.toSorted()).toEqual(Object.keys(examples).sort());
});

describe.each(schemas.map((schema) => ({ type: schema.shape.type.value, schema })))(
  '$type',
  ({ type, schema }) => {
    const example = enveloped(type, examples[type]);

    test('an example of it is read as it was written', () => {
      expect(schema.parse(example)).toEqual(example);
    });

    test('a field that a consumer does not know of does no harm', () => {
      const later = { ...example, dataref: 'x', data: { ...examples[type], addedLater: [1] } };
      expect(schema.parse(later)).toEqual(example);
    });

    test.each(Object.keys(examples[type] ?? {}))('without %s it is refused', (field) => {
      const { [field]: _, ...rest } = examples[type] ?? {};
      expect(schema.safeParse(enveloped(type, rest)).success).toBe(false);
    });
  },
);

test('a consumer that reads one field is not troubled by the others', () => {
  const Narrow = orders.OrderConfirmed.extend({
    data: orders.OrderConfirmed.shape.data.pick({ orderId: true }),
  });
  const event = enveloped('souk.orders.order-confirmed.v1', { orderId, lines: 'of another form' });
  expect(Narrow.parse(event).data).toEqual({ orderId });
});

test.each([0, -1, 1.5])('an amount of %d moves no money', (amount) => {
  const Amount = orders.CaptureRequested.shape.data.pick({ amount: true });
  expect(Amount.safeParse({ amount }).success).toBe(false);
});
