import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { type Delivery, deliver, pause } from './delivery.ts';
import { type Closable, DEFAULT_CONCURRENCY, type Subscription } from './interface.ts';
import { openLanes } from './lanes.ts';
import { commit, leave, release, takeTurn } from './postgres-leases.ts';
import { readAfter, removeConsumed, type Stored } from './postgres-log.ts';
import { openProgress, type Progress } from './progress.ts';

/** How far a partition is read ahead of its first open message. */
const WINDOW = 256;
const POLL_MS = 1_000;
/** How long a group may be further than its offsets say: so much is repeated after a crash. */
const COMMIT_MS = 100;

type Held = {
  topic: string;
  partition: number;
  fetched: number;
  committed: number;
  progress: Progress<number>;
  underWay: Set<Promise<unknown>>;
  stop: AbortController;
};

export type MemberOptions = Omit<Delivery, 'signal' | keyof Subscription> & { leaseMs: number };
export type RunningMember = Closable & { wake: () => void; turn: () => void };

/** One member of a group at work: leases partitions, reads them, commits how far it has come. */
export async function startMember(
  sql: Sql,
  subscription: Subscription,
  { leaseMs, retry, log }: MemberOptions,
): Promise<RunningMember> {
  const { group, handle, deadLetter } = subscription;
  const member = { group, id: randomUUID(), leaseMs };
  const lanes = openLanes(subscription.concurrency ?? DEFAULT_CONCURRENCY);
  const held = new Map<string, Held>();
  const closing = new AbortController();
  let validUntil = 0;
  let reading = new AbortController();
  let turning = new AbortController();
  let cleaned = performance.now();

  const nameOf = (slot: { topic: string; partition: number }) => `${slot.topic}/${slot.partition}`;
  /** Two statements that lock several of the member's rows must not meet. */
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(statement: () => Promise<T>): Promise<T> => {
    const next = last.then(statement, statement);
    last = next.catch(() => {});
    return next;
  };
  const wake = () => reading.abort();
  const forget = (slot: Held) => {
    slot.stop.abort();
    if (held.get(nameOf(slot)) === slot) held.delete(nameOf(slot));
  };

  async function turn() {
    const before = performance.now();
    const { held: slots, surplus } = await alone(() => takeTurn(sql, member));
    validUntil = before + leaseMs;
    const names = new Set(slots.map(nameOf));
    for (const slot of held.values()) if (!names.has(nameOf(slot))) forget(slot);
    for (const { topic, partition, position } of slots) {
      if (held.has(nameOf({ topic, partition }))) continue;
      held.set(nameOf({ topic, partition }), {
        topic,
        partition,
        fetched: position,
        committed: position,
        progress: openProgress(),
        underWay: new Set(),
        stop: new AbortController(),
      });
    }
    if (surplus > 0) await giveUp([...held.values()].slice(0, surplus));
    wake();
    if (before - cleaned > leaseMs) {
      cleaned = before;
      await removeConsumed(sql);
    }
  }

  async function giveUp(slots: readonly Held[]) {
    for (const slot of slots) forget(slot);
    const handlers = Promise.all(slots.flatMap((slot) => [...slot.underWay]));
    await Promise.race([handlers, pause(leaseMs / 3, closing.signal)]);
    await commitReached(slots);
    await alone(() => release(sql, member, slots));
  }

  async function commitReached(slots: readonly Held[]) {
    const moved = slots
      .map((slot) => ({ slot, position: slot.progress.reached() ?? 0 }))
      .filter(({ slot, position }) => position > slot.committed);
    if (moved.length === 0) return;
    const rows = moved.map(({ slot, position }) => ({ ...slot, position }));
    await alone(() => commit(sql, member, rows));
    for (const { slot, position } of moved) slot.committed = position;
  }

  function take(slot: Held, message: Stored) {
    slot.fetched = message.position;
    slot.progress.take(message.position);
    lanes.add(`${message.topic}/${message.key}`, async () => {
      if (performance.now() > validUntil) forget(slot);
      const delivery = { group, handle, deadLetter, retry, log, signal: slot.stop.signal };
      const { partition: _, position, ...bare } = message;
      const run = deliver(bare, delivery);
      slot.underWay.add(run);
      const isDone = await run;
      slot.underWay.delete(run);
      if (!isDone) return;
      const wasFull = slot.progress.pending() >= WINDOW;
      if (slot.progress.finish(position) && wasFull) wake();
    });
  }

  async function read() {
    const open = [...held.values()].filter((slot) => slot.progress.pending() < WINDOW);
    if (open.length === 0) return 0;
    const cursors = open.map((slot) => ({ ...slot, after: slot.fetched }));
    const messages = await readAfter(sql, cursors, WINDOW);
    for (const message of messages) {
      const slot = held.get(nameOf(message));
      if (slot !== undefined && slot.fetched < message.position) take(slot, message);
    }
    return messages.length;
  }

  async function repeat(name: string, work: () => Promise<unknown>) {
    while (!closing.signal.aborted) {
      await work().catch(async (error) => {
        if (closing.signal.aborted) return;
        log.warn({ err: error, group }, `bus: ${name} failed`);
        await pause(100, closing.signal);
      });
    }
  }

  await turn();
  const loops = Promise.all([
    repeat('turn', async () => {
      await pause(leaseMs / 3, AbortSignal.any([turning.signal, closing.signal]));
      turning = new AbortController();
      if (!closing.signal.aborted) await turn();
    }),
    repeat('commit', async () => {
      await pause(COMMIT_MS, closing.signal);
      await commitReached([...held.values()]);
    }),
    repeat('read', async () => {
      reading = new AbortController();
      const { signal } = reading;
      // With fewer than that, none of the partitions has more.
      if ((await read()) < WINDOW) await pause(POLL_MS, AbortSignal.any([signal, closing.signal]));
    }),
  ]);

  return {
    wake,
    turn: () => turning.abort(),
    async close() {
      closing.abort();
      wake();
      for (const slot of held.values()) slot.stop.abort();
      await Promise.all([loops, lanes.idle()]);
      await giveUp([...held.values()]).catch((error) =>
        log.warn({ err: error, group }, 'bus: left'),
      );
      await leave(sql, member).catch(() => {});
    },
  };
}
