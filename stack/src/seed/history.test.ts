import { describe, expect, test } from 'vitest';
import { productRecords } from './catalogue-records.ts';
import { NOW } from './history/calendar.ts';
import { makeHistory } from './history.ts';
import { userByEmail, users } from './people.ts';
import type { OrderRecord } from './records.ts';

const products = productRecords();
const { orders, payments, shipments } = makeHistory(products);
const paymentOf = (order: OrderRecord) => {
  const found = payments.filter(({ orderId }) => orderId === order.id);
  expect(found).toHaveLength(1);
  return found[0] as (typeof payments)[number];
};
const parcelsOf = (order: OrderRecord) => shipments.filter(({ orderId }) => orderId === order.id);
const hasLeft = ({ status }: (typeof shipments)[number]) =>
  status !== 'PENDING' && status !== 'LABEL_CREATED';
const shippedOf = (order: OrderRecord, line: number) =>
  parcelsOf(order)
    .filter(hasLeft)
    .flatMap(({ items }) => items)
    .filter(({ orderLineNumber }) => orderLineNumber === line)
    .reduce((sum, { quantity }) => sum + quantity, 0);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('orders', () => {
  test('totals add up', () => {
    for (const order of orders) {
      const { lines } = order;
      expect(order.subtotal).toBe(sum(lines.map((line) => line.quantity * line.unitPrice)));
      expect(order.tax).toBe(sum(lines.map(({ tax }) => tax)));
      expect(order.total).toBe(order.subtotal - order.discount + order.shipping);
      for (const line of lines) {
        expect(line.tax).toBe(Math.round((line.quantity * line.unitPrice * 10) / 110));
      }
    }
  });

  test('lines are different variants of published products that were there, at their prices', () => {
    for (const { lines, placedAt, currency } of orders) {
      expect(new Set(lines.map(({ variantId }) => variantId)).size).toBe(lines.length);
      expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
      for (const line of lines) {
        const product = products.find(({ id }) => id === line.productId);
        const variant = product?.variants.find(({ id }) => id === line.variantId);
        expect(product?.status).toBe('PUBLISHED');
        expect(Date.parse(product?.createdAt ?? '')).toBeLessThan(Date.parse(placedAt));
        expect(line).toMatchObject({ sku: variant?.sku, unitPrice: variant?.prices[currency] });
      }
    }
  });

  test('an order knows its payment, and of its parcels those that have left', () => {
    for (const order of orders) {
      expect(order.paymentId).toBe(paymentOf(order).id);
      const left = parcelsOf(order).filter(hasLeft);
      expect(order.shipments.map(({ shipmentId }) => shipmentId)).toEqual(left.map(({ id }) => id));
      for (const { number } of order.lines) {
        const items = order.shipments.flatMap((shipment) => shipment.items);
        const units = items.filter((item) => item.number === number);
        expect(sum(units.map(({ quantity }) => quantity))).toBe(shippedOf(order, number));
      }
    }
  });

  test('numbers rise with the date and never repeat', () => {
    const dates = orders.map(({ placedAt }) => placedAt);
    const numbers = orders.map(({ number }) => number);
    expect(dates).toEqual([...dates].sort());
    expect(numbers).toEqual([...new Set(numbers)].sort());
    expect(numbers[0]).toMatch(/^SK-\d{4}-\d{6}$/);
  });

  test('histories begin with PENDING, end in the status, run forwards and lie in the past', () => {
    for (const { history, status, placedAt } of orders) {
      const times = history.map(({ at }) => Date.parse(at));
      expect(history[0]).toEqual({ status: 'PENDING', at: placedAt });
      expect(history.at(-1)?.status).toBe(status);
      expect(times).toEqual([...times].sort((left, right) => left - right));
      expect(times.at(-1)).toBeLessThan(NOW);
    }
  });

  test('titles speak the language of their customer', () => {
    for (const { customerId, lines } of orders) {
      const korean = users.find(({ id }) => id === customerId)?.locale === 'ko';
      for (const { title } of lines) expect(/\p{Script=Hangul}/u.test(title)).toBe(korean);
    }
  });
});

describe('payments', () => {
  test('a payment is over its order: same amount, customer and currency', () => {
    for (const order of orders) {
      const { amount, customerId, currency } = paymentOf(order);
      expect({ amount, customerId, currency }).toEqual({
        amount: order.total,
        customerId: order.customerId,
        currency: order.currency,
      });
    }
    expect(payments).toHaveLength(orders.length);
  });

  test('never more is captured than was to be paid, nor refunded than captured', () => {
    for (const payment of payments) {
      const captures = payment.history.filter(({ status }) => status.endsWith('CAPTURED'));
      expect(payment.capturedAmount).toBe(sum(captures.map(({ amount }) => amount ?? 0)));
      expect(payment.refundedAmount).toBe(sum(payment.refunds.map(({ amount }) => amount)));
      expect(payment.capturedAmount).toBeLessThanOrEqual(payment.amount);
      expect(payment.refundedAmount).toBeLessThanOrEqual(payment.capturedAmount);
    }
  });

  test('the status of a payment follows from that of its order', () => {
    const allowed: Record<string, string[]> = {
      CONFIRMED: ['AUTHORIZED'],
      PARTIALLY_SHIPPED: ['PARTIALLY_CAPTURED'],
      SHIPPED: ['CAPTURED'],
      DELIVERED: ['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'],
      CANCELLED: ['VOIDED'],
      REJECTED: ['DECLINED'],
      EXPIRED: ['EXPIRED'],
    };
    for (const order of orders) {
      const payment = paymentOf(order);
      expect(allowed[order.status]).toContain(payment.status);
      expect(payment.history.at(-1)?.status).toBe(payment.status);
      const times = payment.history.map(({ at }) => Date.parse(at));
      expect(times).toEqual([...times].sort((left, right) => left - right));
      expect(times.at(-1)).toBeLessThan(NOW);
      if (payment.status === 'CAPTURED') expect(payment.capturedAmount).toBe(payment.amount);
    }
  });
});

describe('shipments', () => {
  test('never more leaves than was ordered; all of it where the order says so', () => {
    for (const order of orders) {
      for (const { number, quantity } of order.lines) {
        const shipped = shippedOf(order, number);
        expect(shipped).toBeLessThanOrEqual(quantity);
        if (order.status === 'SHIPPED' || order.status === 'DELIVERED') {
          expect(shipped).toBe(quantity);
        }
      }
    }
  });

  test('a partially shipped order is really partial, in two parcels and one to be packed', () => {
    const partial = orders.filter(({ status }) => status === 'PARTIALLY_SHIPPED');
    expect(partial.length).toBeGreaterThan(0);
    for (const order of partial) {
      const ordered = sum(order.lines.map(({ quantity }) => quantity));
      const shipped = sum(order.lines.map(({ number }) => shippedOf(order, number)));
      expect(parcelsOf(order).map(hasLeft)).toEqual([true, true, false]);
      expect(shipped).toBeGreaterThan(0);
      expect(shipped).toBeLessThan(ordered);
      expect(paymentOf(order).capturedAmount).toBeLessThan(order.total);
    }
  });

  test('a parcel weighs what is in it and goes where the order says', () => {
    for (const shipment of shipments) {
      const order = orders.find(({ id }) => id === shipment.orderId);
      const weights = shipment.items.map(({ orderLineNumber, quantity }) => {
        const line = order?.lines.find(({ number }) => number === orderLineNumber);
        return quantity * (line?.weightGrams ?? Number.NaN);
      });
      expect(shipment.weightGrams).toBe(sum(weights));
      expect(shipment.address).toEqual(order?.shippingAddress);
      expect(shipment.orderNumber).toBe(order?.number);
    }
  });

  test('tracking runs forwards, ends in the status and lies in the past', () => {
    for (const { events, status, createdAt } of shipments) {
      if (status === 'PENDING') continue;
      const times = events.map(({ at }) => Date.parse(at));
      expect(events[0]).toMatchObject({ status: 'LABEL_CREATED', at: createdAt });
      expect(events.at(-1)?.status).toBe(status);
      expect(times).toEqual([...times].sort((left, right) => left - right));
      expect(times.at(-1)).toBeLessThan(NOW);
    }
  });

  test('whatever is confirmed and has not left waits in a parcel', () => {
    const owing = orders.filter(({ status }) =>
      ['CONFIRMED', 'PARTIALLY_SHIPPED'].includes(status),
    );
    expect(owing.length).toBeGreaterThan(0);
    for (const order of owing) {
      const units = parcelsOf(order).flatMap(({ items }) => items);
      for (const { number, quantity } of order.lines) {
        const mine = units.filter(({ orderLineNumber }) => orderLineNumber === number);
        expect(sum(mine.map((item) => item.quantity))).toBe(quantity);
      }
    }
  });

  test('tracking numbers are unique', () => {
    const numbers = shipments.flatMap(({ trackingNumber }) => trackingNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('customers', () => {
  const countOf = (email: string) =>
    orders.filter(({ customerId }) => customerId === userByEmail(email).id).length;

  test('Mina has 26 orders in every state that a customer meets', () => {
    const hers = orders.filter(
      ({ customerId }) => customerId === userByEmail('mina@souk.example').id,
    );
    const pairs = hers.map((order) => `${order.status} ${paymentOf(order).status}`);
    expect(hers).toHaveLength(26);
    for (const pair of [
      'CONFIRMED AUTHORIZED',
      'PARTIALLY_SHIPPED PARTIALLY_CAPTURED',
      'SHIPPED CAPTURED',
      'DELIVERED CAPTURED',
      'DELIVERED PARTIALLY_REFUNDED',
      'CANCELLED VOIDED',
      'REJECTED DECLINED',
    ]) {
      expect(pairs).toContain(pair);
    }
  });

  test('the other demo people have one to four orders, everyone else three to ten', () => {
    for (const { email } of users) {
      const [least, most] = email.endsWith('@souk.example') ? [1, 4] : [3, 10];
      if (email === 'mina@souk.example') continue;
      expect(countOf(email)).toBeGreaterThanOrEqual(least);
      expect(countOf(email)).toBeLessThanOrEqual(most);
    }
  });

  test('nobody buys before having an account', () => {
    for (const { customerId, placedAt } of orders) {
      const since = users.find(({ id }) => id === customerId)?.createdAt ?? '9';
      expect(since < placedAt).toBe(true);
    }
  });
});
