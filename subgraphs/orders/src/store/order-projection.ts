import type { Queries } from '@souk/platform/database';
import { notifyAfterCommit } from '@souk/platform/notify';
import { sql } from 'drizzle-orm';
import type { OrderEvent } from '../domain/order-events.ts';
import { evolveOrder, type OrderState } from '../domain/order-state.ts';

type Session = Queries<Record<string, unknown>>;

/** Where orders that have changed are told of, by their ids. */
export const ORDERS_CHANNEL = 'orders';

/** Rows as PostgreSQL names their columns; instants are RFC 3339. */
export type OrderRows = {
  /** All of the order's row where it has just been placed, otherwise what changes. */
  order: Readonly<Record<string, unknown>>;
  isNew: boolean;
  lines: readonly Readonly<Record<string, unknown>>[];
  history: readonly Readonly<Record<string, unknown>>[];
};

/** What events make of an order's rows; `before` is its state without them. */
export function orderRows(before: OrderState, events: readonly OrderEvent[]): OrderRows {
  let state = before;
  let placed: Extract<OrderEvent, { type: 'OrderPlaced' }>['data'] | null = null;
  let deliveredAt: string | null = null;
  const history: OrderRows['history'][number][] = [];
  for (const event of events) {
    const next = evolveOrder(state, event);
    const { at } = event.data;
    if (event.type === 'OrderPlaced') placed = event.data;
    if (next.status !== state.status) {
      const order_id = next.placement?.orderId;
      history.push({ order_id, position: next.version, status: next.status, at });
      if (next.status === 'DELIVERED') deliveredAt = at;
    }
    state = next;
  }
  const { status, reason, version } = state;
  const changing = { status, reason, version, delivered_at: deliveredAt };
  if (placed === null) {
    const order = { id: state.placement?.orderId, ...changing };
    return { order, isNew: false, lines: [], history };
  }
  return {
    order: { ...changing, ...orderRow(placed) },
    isNew: true,
    lines: lineRows(placed),
    history,
  };
}

type Placed = Extract<OrderEvent, { type: 'OrderPlaced' }>['data'];

const orderRow = (placed: Placed) => ({
  id: placed.orderId,
  number: placed.number,
  customer_id: placed.customerId,
  currency: placed.currency,
  subtotal: placed.subtotal,
  shipping: placed.shipping,
  discount: placed.discount,
  tax: placed.tax,
  total: placed.total,
  coupon_code: placed.couponCode,
  shipping_address: placed.shippingAddress,
  shipping_method: placed.shippingMethod,
  placed_at: placed.at,
});

const lineRows = ({ orderId, lines }: Placed) =>
  lines.map((line) => ({
    order_id: orderId,
    number: line.number,
    product_id: line.productId,
    variant_id: line.variantId,
    sku: line.sku,
    title: line.title,
    variant_title: line.variantTitle,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    tax: line.tax,
    weight_grams: line.weightGrams,
  }));

/** Brings an order's rows up to date, in the transaction that appends the events. */
export async function projectOrder(
  tx: Session,
  before: OrderState,
  events: readonly OrderEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = orderRows(before, events);
  await (rows.isNew ? insertOrders(tx, [rows]) : updateOrder(tx, rows));
  notifyAfterCommit(ORDERS_CHANNEL, String(rows.order.id));
}

/** The rows of orders that have none yet, all in one statement. */
export async function insertOrders(tx: Session, fresh: readonly OrderRows[]): Promise<void> {
  const orders = JSON.stringify(fresh.map(({ order }) => order));
  const lines = JSON.stringify(fresh.flatMap((each) => each.lines));
  const history = JSON.stringify(fresh.flatMap((each) => each.history));
  await tx.execute(sql`/* orders.insertProjected */
    with placed as (
      insert into orders (id, number, customer_id, status, currency, subtotal, shipping, discount,
        tax, total, coupon_code, shipping_address, shipping_method, reason, placed_at,
        delivered_at, version)
      select id, number, customer_id, status, currency, subtotal, shipping, discount,
        tax, total, coupon_code, shipping_address, shipping_method, reason, placed_at,
        delivered_at, version
      from jsonb_populate_recordset(null::orders, ${orders}::jsonb)
    ), lined as (
      insert into order_lines (order_id, number, product_id, variant_id, sku, title,
        variant_title, quantity, unit_price, tax, weight_grams)
      select order_id, number, product_id, variant_id, sku, title,
        variant_title, quantity, unit_price, tax, weight_grams
      from jsonb_populate_recordset(null::order_lines, ${lines}::jsonb)
    )
    insert into order_history (order_id, position, status, at)
    select order_id, position, status, at
    from jsonb_populate_recordset(null::order_history, ${history}::jsonb)`);
}

async function updateOrder(tx: Session, { order, history }: OrderRows): Promise<void> {
  await tx.execute(sql`/* orders.updateProjected */
    with changed as (
      update orders set status = fresh.status, reason = fresh.reason, version = fresh.version,
        delivered_at = coalesce(fresh.delivered_at, orders.delivered_at)
      from jsonb_populate_record(null::orders, ${JSON.stringify(order)}::jsonb) fresh
      where orders.id = fresh.id
    )
    insert into order_history (order_id, position, status, at)
    select order_id, position, status, at
    from jsonb_populate_recordset(null::order_history, ${JSON.stringify(history)}::jsonb)`);
}
