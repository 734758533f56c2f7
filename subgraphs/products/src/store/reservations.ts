import type { Database } from '@souk/platform/database';
import type { Sql, TransactionSql } from 'postgres';
import type { ReservationUnit } from '../app/reservation-unit.ts';
import type { ReservationStore } from '../app/reservations.ts';
import type { Reservation, Shelf } from '../domain/reservation.ts';
import { explained } from './constraints.ts';
import { type MessageOf, tell, tellWatchers } from './telling.ts';
import { arrayOf, INTEGER, UUID, unnested } from './unnested.ts';

type Row = Omit<Reservation, 'createdAt' | 'expiresAt'> & { createdAt: string; expiresAt: string };

const reservationOf = ({ createdAt, expiresAt, ...row }: Row): Reservation => ({
  ...row,
  createdAt: new Date(createdAt),
  expiresAt: new Date(expiresAt),
});

/** Columns of `reservations r`, and its lines. */
const columns = (sql: Sql | TransactionSql) => sql`
  r.id, r.order_id as "orderId", r.status, r.request, coalesce(r.shortages, '[]') as shortages,
  r.created_at as "createdAt", r.expires_at as "expiresAt", (
    select coalesce(jsonb_agg(jsonb_build_object('variantId', l.variant_id,
      'quantity', l.quantity) order by l.variant_id), '[]')
    from reservation_lines l where l.reservation_id = r.id
  ) as lines`;

/** How a transaction becomes a unit of work. */
export type UnitIn = (tx: TransactionSql) => ReservationUnit;

export const reservationStore = (
  { sql }: Pick<Database, 'sql'>,
  unitIn: UnitIn,
): ReservationStore => ({
  transact: async (work) => {
    let last: Promise<unknown> = Promise.resolve();
    const inside = (tx: TransactionSql): ReservationUnit => ({
      ...unitIn(tx),
      last: async (ending) => {
        last = ending;
        last.catch(() => {});
      },
    });
    try {
      const result = await sql.begin((tx) => work(inside(tx)));
      // PostgreSQL answers a commit behind a statement that failed by undoing it, without an error.
      await last;
      return result as Awaited<ReturnType<typeof work>>;
    } catch (error) {
      throw explained(error);
    }
  },
  byId: async (id) => {
    const [row] = await sql<Row[]>`/* products.reservationById */
      select ${columns(sql)} from reservations r where r.id = ${id}`;
    return row === undefined ? null : reservationOf(row);
  },
});

export const reservationUnit = (tx: TransactionSql, messageOf: MessageOf): ReservationUnit => ({
  add: async ({ id, orderId, status, request, createdAt, expiresAt }) => {
    const ended = status === 'HELD' ? null : createdAt.toISOString();
    const { count } = await tx`/* products.addReservation */
      insert into reservations (id, order_id, status, request, created_at, expires_at, ended_at)
      values (${id}, ${orderId}, ${status}, ${request}, ${createdAt.toISOString()},
        ${expiresAt.toISOString()}, ${ended})
      on conflict (id) do nothing`;
    return count === 1;
  },

  lock: async (id) => {
    const [row] = await tx<Row[]>`/* products.lockReservation */
      select ${columns(tx)} from reservations r where r.id = ${id} for no key update of r`;
    return row === undefined ? null : reservationOf(row);
  },

  lockDue: async (now, limit) => {
    const rows = await tx<Row[]>`/* products.lockDueReservations */
      select ${columns(tx)} from reservations r
      where r.status = 'HELD' and r.expires_at <= ${now.toISOString()}
      order by r.expires_at limit ${limit}
      for no key update of r skip locked`;
    return rows.map(reservationOf);
  },

  lockShelves: async (variantIds) => {
    const ids = arrayOf(tx, variantIds, UUID);
    // Sent together; the second sees what was committed while the first waited.
    const [, shelves] = await Promise.all([
      tx`/* products.lockProductsOfVariants */
        select from products
        where id in (select product_id from variants where id = any(${ids}::uuid[]))
        order by id for no key update`,
      tx<Shelf[]>`/* products.shelves */
        select v.id as "variantId", v.product_id as "productId", p.status as "productStatus",
          v.stock, v.reserved
        from variants v join products p on p.id = v.product_id
        where v.id = any(${ids}::uuid[])`,
    ]);
    return shelves;
  },

  hold: async (id, lines) => {
    await tx`/* products.holdUnits */
      with wanted as (${unnested(tx, lines)}), noted as (
        insert into reservation_lines (reservation_id, variant_id, quantity)
        select ${id}, id, quantity from wanted
      )
      update variants v set reserved = v.reserved + wanted.quantity
      from wanted where v.id = wanted.id`;
  },

  refuse: async (id, shortages, at) => {
    await tx`/* products.refuseReservation */
      update reservations set status = 'REFUSED', ended_at = ${at.toISOString()},
        shortages = ${JSON.stringify(shortages)}::text::jsonb
      where id = ${id}`;
  },

  free: async (lines) => {
    await tx`/* products.freeUnits */
      with held as (${unnested(tx, lines)})
      update variants v set reserved = v.reserved - held.quantity
      from held where v.id = held.id`;
  },

  sell: async (id, lines, at) => {
    await tx`/* products.sellUnits */
      with sold as (${unnested(tx, lines)}), moved as (
        update variants v
        set stock = v.stock - sold.quantity, reserved = v.reserved - sold.quantity
        from sold where v.id = sold.id
        returning v.id, v.stock, sold.quantity, sold.place
      )
      insert into stock_movements
        (id, variant_id, delta, quantity_after, reason, reservation_id, moved_at)
      select (${movementsOf(tx, lines)})[moved.place], id, -quantity, stock, 'SOLD', ${id},
        ${at.toISOString()}
      from moved`;
  },

  linesBack: async (returnId) => {
    const rows = await tx<{ line: number }[]>`/* products.linesBack */
      select return_line as line from stock_movements where return_id = ${returnId}`;
    return rows.map(({ line }) => line);
  },

  takeBack: async (comeback, at) => {
    const { lines } = comeback;
    const reservationId = 'reservationId' in comeback ? comeback.reservationId : null;
    const returnId = 'returnId' in comeback ? comeback.returnId : null;
    const numbers = 'returnId' in comeback ? comeback.lines.map(({ number }) => number) : [];
    await tx`/* products.takeBack */
      with back as (${unnested(tx, lines)}), taken as (
        update variants v set stock = v.stock + total.quantity
        from (select id, sum(quantity)::integer as quantity from back group by id) total
        where v.id = total.id
        returning v.id, v.stock - total.quantity as before
      )
      insert into stock_movements (id, variant_id, delta, quantity_after, reason, reservation_id,
        return_id, return_line, moved_at)
      select (${movementsOf(tx, lines)})[place], id, quantity,
        before + sum(quantity) over (partition by id order by place), 'RETURNED', ${reservationId},
        ${returnId}, (${arrayOf(tx, numbers, INTEGER)}::integer[])[place], ${at.toISOString()}
      from back join taken using (id)`;
  },

  end: async (ids, status, at) => {
    await tx`/* products.endReservations */
      update reservations set status = ${status}, ended_at = ${at.toISOString()}
      where id = any(${arrayOf(tx, ids, UUID)}::uuid[])`;
  },

  relist: async (productIds) => {
    if (productIds.length === 0) return;
    await tx`/* products.relist */
      update listings l set in_stock = exists (
        select from variants v where v.product_id = l.product_id and v.stock > v.reserved)
      where l.product_id = any(${arrayOf(tx, productIds, UUID)}::uuid[])`;
  },

  tell: (facts) => {
    tellWatchers(facts);
    return tell(tx, facts.map(messageOf));
  },

  last: async (work) => {
    await work;
  },
});

const movementsOf = (tx: TransactionSql, lines: readonly { movementId: string }[]) => {
  const ids = lines.map(({ movementId }) => movementId);
  return tx`${arrayOf(tx, ids, UUID)}::uuid[]`;
};
