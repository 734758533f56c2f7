import type { Sql } from 'postgres';
import type { PaymentFact, RefundFact, ReservationFact, ShelfFact, ShipmentFact } from './facts.ts';

type Ids = readonly string[];

export const readPayments = (sql: Sql, orderIds: Ids): Promise<PaymentFact[]> =>
  sql<PaymentFact[]>`/* chaos.payments */
    select p.id, p.order_id as "orderId", p.status, p.currency, p.amount,
      p.captured_amount as captured, p.refunded_amount as refunded,
      coalesce((select json_object_agg(account, total) from (
        select account, sum(amount)::float8 as total from ledger_entries e
        where e.payment_id = p.id group by account) balances), '{}') as ledger
    from payments p where p.order_id = any(${orderIds}::uuid[])`;

export const readRefunds = (sql: Sql, orderIds: Ids): Promise<RefundFact[]> =>
  sql<RefundFact[]>`/* chaos.refunds */
    select r.id, p.order_id as "orderId", r.amount, r.status
    from refunds r join payments p on p.id = r.payment_id
    where p.order_id = any(${orderIds}::uuid[])`;

export async function readLedgerSums(sql: Sql): Promise<Record<string, number>> {
  const sums = await sql<{ currency: string; amount: number }[]>`/* chaos.ledgerSums */
    select currency, sum(amount)::float8 as amount from ledger_entries group by currency`;
  return Object.fromEntries(sums.map(({ currency, amount }) => [currency, amount]));
}

export const readReservations = (sql: Sql, orderIds: Ids): Promise<ReservationFact[]> =>
  sql<ReservationFact[]>`/* chaos.reservations */
    select r.id, r.order_id as "orderId", r.status,
      coalesce((select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity))
        from reservation_lines l where l.reservation_id = r.id), '[]') as lines
    from reservations r where r.order_id = any(${orderIds}::uuid[])`;

/** What was on a shelf when the run began. */
export type ShelfBefore = Pick<ShelfFact, 'variantId' | 'isScarce' | 'before'>;

export async function readShelves(sql: Sql, before: readonly ShelfBefore[]): Promise<ShelfFact[]> {
  const ids = before.map(({ variantId }) => variantId);
  const rows = await sql<(Omit<ShelfFact, 'isScarce' | 'before' | 'moved'> & { all: number })[]>`
    /* chaos.shelves */
    select v.id as "variantId", v.sku, v.stock, v.reserved,
      (select coalesce(sum(m.delta), 0)::float8 from stock_movements m where m.variant_id = v.id) as all
    from variants v where v.id = any(${ids}::uuid[])`;
  const known = new Map(before.map((shelf) => [shelf.variantId, shelf]));
  return rows.map(({ all, ...shelf }) => {
    const { isScarce = false, before: units = 0 } = known.get(shelf.variantId) ?? {};
    return { ...shelf, isScarce, before: units, moved: all - units };
  });
}

export const readShipments = (sql: Sql, orderIds: Ids): Promise<ShipmentFact[]> =>
  sql<ShipmentFact[]>`/* chaos.shipments */
    select s.id, s.order_id as "orderId", s.status,
      coalesce((select json_agg(json_build_object('number', i.order_line_number, 'quantity', i.quantity))
        from shipment_items i where i.shipment_id = s.id), '[]') as items
    from shipments s where s.order_id = any(${orderIds}::uuid[])`;
