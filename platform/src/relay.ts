import postgres from 'postgres';
import { Counter, Gauge, type Registry } from 'prom-client';
import { pause } from './bus/delivery.ts';
import type { Bus, Closable, Message } from './bus/interface.ts';
import { backoffMs } from './bus/retry.ts';
import type { Logger } from './log.ts';
import { OUTBOX_CHANNEL } from './outbox.ts';

/**
 * A header that grows with every message of a key, so that readers can tell which came later. A
 * redriven message keeps the one that its emitter gave it.
 */
export const SEQUENCE = 'sequence';
const RELAY_LOCK = 7_203_916;
/** Also looks without having been told, this often. */
const POLL_MS = 1_000;

export type RelayOptions = {
  /** The service's database, with `outboxTable` in it. */
  url: string;
  bus: Pick<Bus, 'publish'>;
  log: Logger;
  registry?: Registry;
  /** Messages published at once. */
  batch?: number;
};

type Row = Message & { position: string; pid: number };

/**
 * Publishes the outbox of one database, each key in sequence, and deletes what the bus has. Of several
 * replicas one works, the holder of an advisory lock; PostgreSQL frees it when its connection ends.
 * Whoever is stopped between the two publishes the same messages, with the same ids, again.
 */
export function startRelay({ url, bus, log, registry, batch = 200 }: RelayOptions): Closable {
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    // What was published is published once more where a crash takes its deletion back.
    connection: { application_name: 'relay', synchronous_commit: 'off' },
    onnotice: () => {},
  });
  const closing = new AbortController();
  let woken = new AbortController();
  const published = registry && measure(sql, registry);
  const anyOf = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);

  /** The backend that took the lock, or 0; a new connection has another one. */
  let holder = 0;

  async function takeLock(): Promise<boolean> {
    const [lock] = await sql<{ pid: number; held: boolean }[]>`/* relay.lock */
      select pg_backend_pid() as pid, pg_try_advisory_lock(${RELAY_LOCK}) as held`;
    holder = lock?.held ? lock.pid : 0;
    return holder !== 0;
  }

  /**
   * How many were published; null while another replica is at it. No transaction is open meanwhile:
   * a lock that was lost on the way costs a repetition, never a sequence or a message, since only
   * what the bus has is deleted.
   */
  async function publishNext(): Promise<number | null> {
    if (holder === 0 && !(await takeLock())) return null;
    const rows = await sql<Row[]>`/* relay.next */
      select pg_backend_pid() as pid, position, id, topic, key, headers, body
      from outbox order by position limit ${batch}`;
    if (rows[0] === undefined) return 0;
    if (rows[0].pid !== holder) {
      holder = 0;
      return publishNext();
    }
    await bus.publish(
      rows.map(({ position, id, topic, key, headers, body }) => ({
        ...{ id, topic, key, body },
        headers: { [SEQUENCE]: position, ...headers },
      })),
    );
    await sql`/* relay.published */
      delete from outbox where position = any(${rows.map(({ position }) => position)}::bigint[])`;
    published?.inc(rows.length);
    return rows.length;
  }

  async function run() {
    const { unlisten } = await sql.listen(OUTBOX_CHANNEL, () => woken.abort());
    for (let failures = 0; !closing.signal.aborted; ) {
      try {
        woken = new AbortController();
        const { signal } = woken;
        const count = await publishNext();
        failures = 0;
        if (count === null || count < batch) await pause(POLL_MS, anyOf(signal));
      } catch (error) {
        if (closing.signal.aborted) break;
        failures += 1;
        log.warn({ err: error, failures }, 'outbox not published');
        await pause(backoffMs(failures, { baseMs: 100, maxMs: 5_000 }), closing.signal);
      }
    }
    await unlisten().catch(() => {});
  }

  const running = (async () => {
    while (!closing.signal.aborted) {
      await run().catch(async (error) => {
        log.warn({ err: error }, 'relay not started');
        await pause(1_000, closing.signal);
      });
    }
  })();

  return {
    async close() {
      closing.abort();
      await running;
      await sql.end({ timeout: 1 });
    },
  };
}

/** The age is the database's own, so that every replica reports the same. */
function measure(sql: postgres.Sql, registry: Registry): Counter {
  new Gauge({
    name: 'outbox_lag_seconds',
    help: 'Age of the oldest message that is not published yet.',
    registers: [registry],
    async collect() {
      const rows = await sql<{ seconds: number }[]>`/* relay.ping */
        select extract(epoch from now() - created_at)::float8 as seconds
        from outbox order by position limit 1`.catch(() => [{ seconds: Number.NaN }]);
      this.set(rows[0]?.seconds ?? 0);
    },
  });
  return new Counter({
    name: 'outbox_published_total',
    help: 'Messages that this replica brought from the outbox to the bus.',
    registers: [registry],
  });
}
