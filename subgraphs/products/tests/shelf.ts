import {
  ReservationService,
  type ReserveStockResponse,
} from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import { newId } from '@souk/platform/ids';
import { rpcClient } from '@souk/platform/rpc-client';
import { idOf, startProducts } from './fixture.ts';

export type Lines = { variantId: string; quantity: number }[];

/** The first variant of the nth product of the fixture. */
export const variantOf = (n: number, v = 0): string => idOf(3, n * 10 + v);

/**
 * Products behind their gRPC servers, as many instances as asked for, on one database. What they tell
 * stays in the outbox.
 */
export async function startShelf(instances: number, env: Record<string, string> = {}) {
  const seams = { relay: () => ({ close: async () => {} }) };
  const shop = await startProducts(24, { EXPIRY_INTERVAL_MS: '3600000', ...env }, seams);
  const replicas = Array.from({ length: instances - 1 }, shop.replica);
  const servers = await Promise.all([shop.composition, ...replicas].map((each) => each.startRpc()));
  const known = servers.map(({ port }, n) => {
    const url = `http://127.0.0.1:${port}`;
    return { id: `products-${n}`, http: url, rpc: url };
  });
  const discovery = { instances: () => known, close: () => {} };
  const client = rpcClient(discovery, 'products', ReservationService, { deadlineMs: 15_000 });
  const { sql } = shop;
  return {
    ...shop,
    client,
    instances: [shop.composition, ...replicas],
    reserve: (lines: Lines, reservationId = newId(), orderId = newId(), ttlSeconds = 600) =>
      client.reserveStock({ reservationId, orderId, lines, ttlSeconds }),
    /** Counts the stock of a variant so that so many units can be sold, and forgets what was told. */
    put: (variantId: string, units: number) => sql`
      with counted as (
        update variants set stock = reserved + ${units}
        where id = ${variantId} and stock <> reserved + ${units}
        returning id, product_id, stock
      ), listed as (
        update listings set in_stock = ${units > 0}
        where product_id in (select product_id from counted)
      ), forgotten as (
        delete from outbox where key = ${variantId}
      ) insert into stock_movements (id, variant_id, delta, quantity_after, reason, moved_at)
      select gen_random_uuid(), c.id, c.stock - v.stock, c.stock, 'COUNTED', now()
      from counted c join variants v on v.id = c.id`,
    left: async (variantId: string) => {
      const [row] = await sql<{ stock: number; reserved: number }[]>`
        select stock, reserved from variants where id = ${variantId}`;
      return row;
    },
    passTimeOf: (reservationId: string) => sql`
      update reservations set expires_at = now() - interval '1 second'
      where id = ${reservationId}`,
    expire: () => shop.composition.expire(),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await Promise.all(replicas.map((each) => each.close()));
      await shop.close();
    },
  };
}

export type ShelfStage = Awaited<ReturnType<typeof startShelf>>;

export const heldIn = ({ outcome }: ReserveStockResponse) =>
  outcome.case === 'held' ? outcome.value : null;

export const shortIn = ({ outcome }: ReserveStockResponse) =>
  outcome.case === 'shortage' ? outcome.value.lines : null;

/** What must hold after whatever happened; each query finds rows that break it. */
export async function breaches({ sql }: Pick<ShelfStage, 'sql'>): Promise<Record<string, number>> {
  const [row] = await sql`select
    (select count(*)::int from variants v where reserved <> (
      select coalesce(sum(quantity), 0) from reservation_lines l
      join reservations r on r.id = l.reservation_id
      where r.status = 'HELD' and l.variant_id = v.id)) as "reserved is what is held",
    (select count(*)::int from variants v where stock <> (
      select coalesce(sum(delta), 0) from stock_movements m
      where m.variant_id = v.id)) as "stock is the sum of its movements",
    (select count(*)::int from reservation_lines l join reservations r on r.id = l.reservation_id
      where (select coalesce(sum(delta), 0) from stock_movements m where m.reservation_id = r.id
        and m.variant_id = l.variant_id
      ) <> case r.status when 'COMMITTED' then -l.quantity else 0 end) as "sold is what is committed",
    (select count(*)::int from variants v where stock - reserved <> (
      select (body::jsonb #>> '{data,available}')::int from outbox o where o.key = v.id::text
      order by position desc limit 1)) as "what was told last is so",
    (select count(*)::int from listings l where in_stock <> exists (
      select from variants v where v.product_id = l.product_id
      and v.stock > v.reserved)) as "search knows what can be sold"`;
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, count]) => count !== 0));
}
