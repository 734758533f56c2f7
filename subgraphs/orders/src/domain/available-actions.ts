import type { OrderStatus } from './order.ts';
import { CANCELLABLE } from './order-decide.ts';
import { RETURN_PERIOD_MS, type ReturnStatus } from './return-decide.ts';

export type OrderAction = 'CANCEL' | 'DISPATCH' | 'MARK_DELIVERED' | 'REQUEST_RETURN';
export type ReturnAction = 'APPROVE' | 'REJECT' | 'RECEIVE';

/** Who asks: whether it is their own order, and what else they may do. */
export type Asking = { isOwner: boolean; scopes: ReadonlySet<string> };

/** What the one who asks may do with an order at this moment. */
export function orderActions(
  order: { status: OrderStatus; deliveredAt: Date | null },
  { isOwner, scopes }: Asking,
  at: Date,
): OrderAction[] {
  const { status, deliveredAt } = order;
  const forCustomer = isOwner || scopes.has('orders:write');
  const forWarehouse = scopes.has('shipments:write');
  const returnable =
    deliveredAt !== null && at.getTime() <= deliveredAt.getTime() + RETURN_PERIOD_MS;
  const rules: [may: boolean, action: OrderAction][] = [
    [forCustomer && CANCELLABLE.includes(status), 'CANCEL'],
    [forWarehouse && (status === 'CONFIRMED' || status === 'PARTIALLY_SHIPPED'), 'DISPATCH'],
    [forWarehouse && (status === 'PARTIALLY_SHIPPED' || status === 'SHIPPED'), 'MARK_DELIVERED'],
    [forCustomer && status === 'DELIVERED' && returnable, 'REQUEST_RETURN'],
  ];
  return rules.filter(([may]) => may).map(([, action]) => action);
}

/** What the one who asks may do with a return at this moment; its customer can only wait. */
export function returnActions(status: ReturnStatus, scopes: ReadonlySet<string>): ReturnAction[] {
  if (status === 'REQUESTED' && scopes.has('orders:write')) return ['APPROVE', 'REJECT'];
  const onItsWay = status === 'APPROVED' || status === 'IN_TRANSIT';
  return onItsWay && scopes.has('stock:write') ? ['RECEIVE'] : [];
}
