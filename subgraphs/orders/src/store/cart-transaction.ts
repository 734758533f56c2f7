import type { Queries } from '@souk/platform/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { CartTransaction } from '../app/cart-store.ts';
import type { Cart } from '../domain/cart.ts';
import { cartColumns } from './cart-columns.ts';
import { cartLines, carts } from './cart-tables.ts';

/** The writes on carts within one transaction. Whoever changes lines holds the cart's row lock. */
export function cartTransaction(tx: Queries<Record<string, unknown>>): CartTransaction {
  const one = (rows: Cart[]): Cart => {
    const [row] = rows;
    if (row === undefined) throw new Error('a cart vanished under its own lock');
    return row;
  };

  return {
    openFor: async (customerId, { id, currency, at }) => {
      await tx
        .insert(carts)
        .values({ id, customerId, currency, createdAt: at, updatedAt: at })
        .onConflictDoNothing({ target: carts.customerId, where: sql`status = 'ACTIVE'` })
        .prepare('orders_open_cart')
        .execute();
      const rows = await tx
        .select(cartColumns)
        .from(carts)
        .where(and(eq(carts.customerId, customerId), sql`${carts.status} = 'ACTIVE'`))
        .for('update')
        .prepare('orders_lock_cart_of_customer')
        .execute();
      return one(rows);
    },

    insertGuest: async ({ id, currency, at }, tokenHash) =>
      one(
        await tx
          .insert(carts)
          .values({ id, tokenHash, currency, createdAt: at, updatedAt: at })
          .returning(cartColumns)
          .prepare('orders_insert_guest_cart')
          .execute(),
      ),

    lock: async (id) => {
      const rows = await tx
        .select(cartColumns)
        .from(carts)
        .where(and(eq(carts.id, id), sql`${carts.status} = 'ACTIVE'`))
        .for('update')
        .prepare('orders_lock_cart')
        .execute();
      return rows[0] ?? null;
    },

    linesOf: (cartId) =>
      tx
        .select()
        .from(cartLines)
        .where(eq(cartLines.cartId, cartId))
        .orderBy(asc(cartLines.addedAt), asc(cartLines.id))
        .prepare('orders_lines_of_cart')
        .execute(),

    putLines: async (lines) => {
      if (lines.length === 0) return;
      const rows = lines.map((line) => ({
        id: line.id,
        cart_id: line.cartId,
        product_id: line.productId,
        variant_id: line.variantId,
        sku: line.sku,
        title: line.title,
        variant_title: line.variantTitle,
        quantity: line.quantity,
        unit_price: line.unitPrice,
        weight_grams: line.weightGrams,
        added_at: line.addedAt,
      }));
      await tx.execute(sql`/* orders.putCartLines */
        insert into cart_lines (id, cart_id, product_id, variant_id, sku, title, variant_title,
          quantity, unit_price, weight_grams, added_at)
        select id, cart_id, product_id, variant_id, sku, title, variant_title,
          quantity, unit_price, weight_grams, added_at
        from jsonb_populate_recordset(null::cart_lines, ${JSON.stringify(rows)}::jsonb)
        on conflict (cart_id, variant_id) do update set
          sku = excluded.sku, title = excluded.title, variant_title = excluded.variant_title,
          quantity = excluded.quantity, unit_price = excluded.unit_price,
          weight_grams = excluded.weight_grams`);
    },

    removeLines: async (cartId, ids) => {
      if (ids.length === 0) return;
      await tx
        .delete(cartLines)
        .where(and(eq(cartLines.cartId, cartId), sql`${cartLines.id} = any(${sql.param(ids)})`))
        .prepare('orders_remove_cart_lines')
        .execute();
    },

    touch: async (id, currency, at) =>
      one(
        await tx
          .update(carts)
          .set({ currency, updatedAt: at })
          .where(eq(carts.id, id))
          .returning(cartColumns)
          .prepare('orders_touch_cart')
          .execute(),
      ),

    end: async (id, mergedInto, at) => {
      await tx
        .update(carts)
        .set({ status: 'MERGED', mergedInto, updatedAt: at })
        .where(eq(carts.id, id))
        .prepare('orders_end_cart')
        .execute();
    },
  };
}
