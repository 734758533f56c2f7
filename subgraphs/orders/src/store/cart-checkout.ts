import type { Queries } from '@souk/platform/database';
import { sql } from 'drizzle-orm';
import type { PlacedLine } from '../domain/order-events.ts';

type Session = Queries<Record<string, unknown>>;

/** While an order is being made of it, no other can be. The caller holds the cart's row lock. */
export async function claimCart(tx: Session, cartId: string, orderId: string): Promise<void> {
  await tx.execute(sql`/* orders.claimCart */
    update carts set checkout_order_id = ${orderId}::uuid where id = ${cartId}::uuid`);
}

/**
 * Ends the checkout of a cart: it may be bought from again, less the units that were ordered. What
 * was put into it meanwhile stays. Where that order has no hold on the cart, nothing happens.
 */
export async function endCartCheckout(
  tx: Session,
  checkout: { cartId: string; orderId: string; lines: readonly PlacedLine[]; at: Date },
): Promise<void> {
  const { cartId, orderId, lines, at } = checkout;
  const bought = JSON.stringify(
    lines.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity })),
  );
  // Whoever changes lines holds the cart's row lock, so it is locked before they are looked at.
  await Promise.all([
    tx.execute(sql`/* orders.lockCartOfCheckout */
      select 1 from carts where id = ${cartId}::uuid for update`),
    tx.execute(sql`/* orders.endCartCheckout */
      with freed as (
        update carts set checkout_order_id = null, updated_at = ${at.toISOString()}::timestamptz
        where id = ${cartId}::uuid and checkout_order_id = ${orderId}::uuid returning id
      ), bought as (
        select freed.id as cart_id, variant_id, quantity from freed,
          jsonb_to_recordset(${bought}::jsonb) as line(variant_id uuid, quantity int)
      ), gone as (
        delete from cart_lines line using bought where line.cart_id = bought.cart_id
          and line.variant_id = bought.variant_id and line.quantity <= bought.quantity
      )
      update cart_lines line set quantity = line.quantity - bought.quantity
      from bought where line.cart_id = bought.cart_id
        and line.variant_id = bought.variant_id and line.quantity > bought.quantity`),
  ]);
}
