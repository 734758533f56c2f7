import { describe, expect, test } from 'vitest';
import {
  type OrderAction,
  orderActions,
  type ReturnAction,
  returnActions,
} from './available-actions.ts';
import { ORDER_STATUSES, type OrderStatus } from './order.ts';
import { RETURN_STATUSES, type ReturnStatus } from './return-decide.ts';

const now = new Date('2026-05-20T12:00:00Z');
const owner = { isOwner: true, scopes: new Set<string>() };
const stranger = { isOwner: false, scopes: new Set<string>() };
const support = { isOwner: false, scopes: new Set(['orders:write']) };
const warehouse = { isOwner: false, scopes: new Set(['shipments:write']) };
const order = (status: OrderStatus, deliveredAt: string | null = '2026-05-01T12:00:00Z') => ({
  status,
  deliveredAt: status === 'DELIVERED' && deliveredAt !== null ? new Date(deliveredAt) : null,
});

const EXPECTED: Record<OrderStatus, [customer: OrderAction[], warehouse: OrderAction[]]> = {
  PENDING: [['CANCEL'], []],
  STOCK_RESERVED: [['CANCEL'], []],
  PAYMENT_AUTHORIZED: [['CANCEL'], []],
  CONFIRMED: [['CANCEL'], ['DISPATCH']],
  PARTIALLY_SHIPPED: [[], ['DISPATCH', 'MARK_DELIVERED']],
  SHIPPED: [[], ['MARK_DELIVERED']],
  DELIVERED: [['REQUEST_RETURN'], []],
  REJECTED: [[], []],
  CANCELLING: [[], []],
  CANCELLED: [[], []],
  EXPIRED: [[], []],
};

describe.each(ORDER_STATUSES)('in %s', (status) => {
  const [forCustomer, forWarehouse] = EXPECTED[status];

  test('the customer, and support for them, may do what the table says', () => {
    expect(orderActions(order(status), owner, now)).toEqual(forCustomer);
    expect(orderActions(order(status), support, now)).toEqual(forCustomer);
  });

  test('the warehouse may do what the table says', () => {
    expect(orderActions(order(status), warehouse, now)).toEqual(forWarehouse);
  });

  test('a stranger may do nothing', () => {
    expect(orderActions(order(status), stranger, now)).toEqual([]);
  });
});

test('goods can be sent back until thirty days after their delivery', () => {
  const actions = (deliveredAt: string) =>
    orderActions(order('DELIVERED', deliveredAt), owner, now);
  expect(actions('2026-04-20T12:00:00Z')).toEqual(['REQUEST_RETURN']);
  expect(actions('2026-04-20T11:59:59Z')).toEqual([]);
});

const ON_RETURNS: Record<ReturnStatus, Record<'customer' | 'support' | 'shelf', ReturnAction[]>> = {
  REQUESTED: { customer: [], support: ['APPROVE', 'REJECT'], shelf: [] },
  APPROVED: { customer: ['MARK_SENT'], support: ['MARK_SENT'], shelf: ['RECEIVE'] },
  REJECTED: { customer: [], support: [], shelf: [] },
  IN_TRANSIT: { customer: [], support: [], shelf: ['RECEIVE'] },
  RECEIVED: { customer: [], support: [], shelf: [] },
  REFUNDED: { customer: [], support: [], shelf: [] },
};

test.each(RETURN_STATUSES)('with a return in %s everybody may do what the table says', (status) => {
  const shelf = { isOwner: false, scopes: new Set(['stock:write']) };
  expect(returnActions(status, owner)).toEqual(ON_RETURNS[status].customer);
  expect(returnActions(status, support)).toEqual(ON_RETURNS[status].support);
  expect(returnActions(status, shelf)).toEqual(ON_RETURNS[status].shelf);
  expect(returnActions(status, stranger)).toEqual([]);
});
