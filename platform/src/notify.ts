import { AsyncLocalStorage } from 'node:async_hooks';
import type { Sql } from 'postgres';

type Notice = { channel: string; payload: string };

/** What the transaction at hand has to tell, once it has been committed. */
const untold = new AsyncLocalStorage<Notice[]>();

/**
 * Tells those who LISTEN as soon as the transaction at hand has been committed; outside of one,
 * nobody. Not in the transaction itself: PostgreSQL has all of a cluster that notify commit one after
 * the other. Who stops in between tells nobody, so whoever listens must also look by the clock.
 */
export function notifyAfterCommit(channel: string, payload = ''): void {
  untold.getStore()?.push({ channel, payload });
}

/** Runs a transaction, and then tells what it had to tell; nothing where it throws. */
export async function tellingAfter<Result>(
  notify: Notify,
  transaction: () => Promise<Result>,
): Promise<Result> {
  const notices: Notice[] = [];
  const result = await untold.run(notices, transaction);
  for (const { channel, payload } of notices) notify(channel, payload);
  return result;
}

export type Notify = (channel: string, payload: string) => void;

/** Tells at once; what comes while a notification is under way goes with the next one, all of it. */
export function notifier(sql: Sql): Notify {
  const waiting = new Map<string, Notice>();
  let isSending = false;

  async function send(): Promise<void> {
    isSending = true;
    while (waiting.size > 0) {
      const some = [...waiting.values()];
      waiting.clear();
      // Nothing is lost with it: nobody waits for the disk.
      await sql`/* platform.notify */
        select set_config('synchronous_commit', 'off', true), pg_notify(channel, payload)
        from unnest(
          ${some.map(({ channel }) => channel)}::text[], ${some.map(({ payload }) => payload)}::text[]
        ) as told(channel, payload)`.catch(() => {});
    }
    isSending = false;
  }

  return (channel, payload) => {
    waiting.set(`${channel} ${payload}`, { channel, payload });
    if (!isSending) void send();
  };
}
