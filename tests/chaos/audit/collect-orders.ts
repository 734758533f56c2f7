import type { Sql } from 'postgres';
import type { CouponFact, OrderFact, ReturnFact, SagaFact } from './facts.ts';

/** The orders that were placed since. */
export const readOrders = (sql: Sql, since: Date): Promise<OrderFact[]> =>
  sql<OrderFact[]>`/* chaos.orders */
    select o.id, o.customer_id as "customerId", o.status, o.currency, o.total::float8 as total,
      u.code as "couponCode",
      (select json_agg(json_build_object('number', l.number, 'variantId', l.variant_id,
        'quantity', l.quantity) order by l.number) from order_lines l where l.order_id = o.id) as lines
    from orders o
    left join lateral (
      select e.data->>'couponCode' as code from events e
      where e.stream_id = o.id::text and e.version = 1
    ) u on true
    where o.placed_at >= ${since}`;

export const readSagas = (sql: Sql, orderIds: readonly string[]): Promise<SagaFact[]> =>
  sql<SagaFact[]>`/* chaos.sagas */
    select order_id as "orderId", state->>'step' as step, state->>'outcome' as outcome,
      state->>'reason' as reason, state->>'stock' as stock, state->>'payment' as payment
    from checkouts where order_id = any(${orderIds}::uuid[])`;

export const readReturns = (sql: Sql, orderIds: readonly string[]): Promise<ReturnFact[]> =>
  sql<ReturnFact[]>`/* chaos.returns */
    select r.id, r.order_id as "orderId", r.status, r.refund::float8 as refund,
      (select json_agg(json_build_object('number', i.number, 'quantity', i.quantity,
        'resellable', coalesce(i.resellable, false))) from return_items i where i.return_id = r.id) as items
    from returns r where r.order_id = any(${orderIds}::uuid[])`;

export const readCoupons = (sql: Sql, codes: readonly string[]): Promise<CouponFact[]> =>
  sql<CouponFact[]>`/* chaos.coupons */
    select c.code, c.usage_limit as limit, c.customer_limit as "limitOfOne", c.used,
      coalesce((select json_agg(json_build_object('orderId', u.order_id, 'customerId', u.customer_id))
        from coupon_uses u where u.code = c.code), '[]') as uses
    from coupons c where c.code = any(${codes}::text[])`;
