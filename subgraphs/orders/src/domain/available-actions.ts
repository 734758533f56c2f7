import type { OrderStatus } from './order.ts';
import { CANCELLABLE } from './order-decide.ts';
import { RETURN_PERIOD_MS, type ReturnStatus } from './return-decide.ts';

export type OrderAction = 'CANCEL' | 'DISPATCH' | 'MARK_DELIVERED' | 'REQUEST_RETURN';
export type ReturnAction = 'APPROVE' | 'REJECT' | 'MARK_SENT' | 'RECEIVE';

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

/** What the one who asks may do with a return at this moment. */
export function returnActions(status: ReturnStatus, { isOwner, scopes }: Asking): ReturnAction[] {
  const forSupport = scopes.has('orders:write');
  const onItsWay = status === 'APPROVED' || status === 'IN_TRANSIT';
  const rules: [may: boolean, action: ReturnAction][] = [
    [forSupport && status === 'REQUESTED', 'APPROVE'],
    [forSupport && status === 'REQUESTED', 'REJECT'],
    [(isOwner || forSupport) && status === 'APPROVED', 'MARK_SENT'],
    [scopes.has('stock:write') && onItsWay, 'RECEIVE'],
  ];
  return rules.filter(([may]) => may).map(([, action]) => action);
}
