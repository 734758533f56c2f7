import type { Database } from '@souk/platform/database';
import type { Sql, TransactionSql } from 'postgres';
import type { ReservationStore, ReservationUnit } from '../app/reservations.ts';
import type { Reservation, Shelf } from '../domain/reservation.ts';
import { explained } from './constraints.ts';

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

export const reservationStore = ({ sql }: Pick<Database, 'sql'>): ReservationStore => ({
  transact: async (work) => {
    try {
      return (await sql.begin((tx) => work(unitIn(tx)))) as Awaited<ReturnType<typeof work>>;
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

const unitIn = (tx: TransactionSql): ReservationUnit => ({
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
    const ids = tx.array([...variantIds], UUID);
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

  sell: async (id, sales, at) => {
    const movements = tx.array(
      sales.map(({ movementId }) => movementId),
      UUID,
    );
    await tx`/* products.sellUnits */
      with sold as (${unnested(tx, sales)}), moved as (
        update variants v
        set stock = v.stock - sold.quantity, reserved = v.reserved - sold.quantity
        from sold where v.id = sold.id
        returning v.id, v.stock, sold.quantity, sold.place
      )
      insert into stock_movements
        (id, variant_id, delta, quantity_after, reason, reservation_id, moved_at)
      select (${movements}::uuid[])[moved.place], id, -quantity, stock, 'SOLD', ${id},
        ${at.toISOString()}
      from moved`;
  },

  end: async (ids, status, at) => {
    await tx`/* products.endReservations */
      update reservations set status = ${status}, ended_at = ${at.toISOString()}
      where id = any(${tx.array([...ids], UUID)}::uuid[])`;
  },

  relist: async (productIds) => {
    if (productIds.length === 0) return;
    await tx`/* products.relist */
      update listings l set in_stock = exists (
        select from variants v where v.product_id = l.product_id and v.stock > v.reserved)
      where l.product_id = any(${tx.array([...productIds], UUID)}::uuid[])`;
  },
});

/** PostgreSQL's type of a single UUID; postgres.js finds the type of the array by it. */
const UUID = 2950;
const INTEGER = 23;

/** Lines as rows `(id, quantity, place)`, out of two parameters however many there are. */
const unnested = (
  tx: TransactionSql,
  lines: readonly { variantId: string; quantity: number }[],
) => tx`
  select * from unnest(
    ${tx.array(
      lines.map(({ variantId }) => variantId),
      UUID,
    )}::uuid[],
    ${tx.array(
      lines.map(({ quantity }) => quantity),
      INTEGER,
    )}::integer[]) with ordinality as line(id, quantity, place)`;
