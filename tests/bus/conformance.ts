import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Broker } from './broker.ts';
import { firsts, inOrder, openTestBus, type Seen, type Stage, until, withStage } from './stage.ts';

const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();

/** What every transport must do. `withinMs` is how long a takeover or a restart may take. */
export function conformance(broker: () => Broker, withinMs: number) {
  const on = (run: (stage: Stage) => Promise<void>) => () => withStage(broker().url, run);

  test(
    'a message arrives as it was published',
    on(async ({ bus, topic, messages }) => {
      const got: unknown[] = [];
      const { close } = await bus.subscribe({
        group: `${topic}-raw`,
        topics: [topic],
        handle: async (message) => void got.push(message),
        deadLetter: async () => {},
      });
      const [message] = messages(1, 1);
      const odd = { ...message, key: '주문 1', body: '{"n":0,"text":"naïve — 값"}' } as never;
      await bus.publish([odd]);
      await until(() => got.length > 0, withinMs);
      expect(got).toEqual([odd]);
      await close();
    }),
  );

  test(
    'messages of one key come in their order, whatever the others do',
    on(async ({ bus, topic, messages, member }) => {
      const group = await member(`${topic}-a`, {
        handle: ({ n }) => (n % 7 === 0 ? sleep(5) : Promise.resolve()),
      });
      const all = messages(400, 20);
      for (let at = 0; at < all.length; at += 50) await bus.publish(all.slice(at, at + 50));
      await until(() => group.seen.length >= 400, withinMs);
      expect(ids(firsts(group.seen))).toEqual(ids(all));
      expect(inOrder(group.seen)).toBe(true);
    }),
  );

  test(
    'two groups each get everything',
    on(async ({ bus, topic, messages, member }) => {
      const [a, b] = [await member(`${topic}-a`), await member(`${topic}-b`)];
      const all = messages(60, 6);
      await bus.publish(all);
      await until(() => a.seen.length >= 60 && b.seen.length >= 60, withinMs);
      expect(ids(firsts(a.seen))).toEqual(ids(all));
      expect(ids(firsts(b.seen))).toEqual(ids(all));
    }),
  );

  test(
    'a declared group gets what was published before its first member came',
    on(async ({ bus, topic, messages, member }) => {
      await bus.declare(`${topic}-late`, [topic]);
      const all = messages(20, 4);
      await bus.publish(all);
      const late = await member(`${topic}-late`);
      await until(() => late.seen.length >= 20, withinMs);
      expect(ids(firsts(late.seen))).toEqual(ids(all));
    }),
  );

  test(
    'a message that fails for a while is handled, and its key waits for it',
    on(async ({ bus, topic, messages, member }) => {
      const tries = new Map<number, number>();
      const group = await member(`${topic}-a`, {
        async handle({ n }) {
          tries.set(n, (tries.get(n) ?? 0) + 1);
          if (n === 3 && (tries.get(n) ?? 0) < 3) throw new Error('not yet');
        },
      });
      await bus.publish(messages(12, 3));
      await until(() => group.seen.length >= 12, withinMs);
      expect(tries.get(3)).toBe(3);
      expect(inOrder(group.seen)).toBe(true);
      expect(group.dead).toEqual([]);
    }),
  );

  test(
    'a poison message becomes a dead letter, while the others go on',
    on(async ({ bus, topic, messages, member }) => {
      const group = await member(`${topic}-a`, {
        async handle({ n }) {
          if (n === 4) throw new Error('poison');
        },
      });
      const all = messages(40, 4);
      await bus.publish(all);
      await until(() => group.seen.length >= 39 && group.dead.length > 0, withinMs);
      expect(group.dead).toMatchObject([{ group: `${topic}-a`, message: all[4], attempts: 3 }]);
      expect(ids(firsts(group.seen))).toEqual(ids(all.filter((_, n) => n !== 4)));
      expect(inOrder(group.seen)).toBe(true);
    }),
  );

  test(
    'what a killed process had not finished is given to another one',
    on(async ({ bus, topic, messages, member, processMember }) => {
      const victim = await processMember(`${topic}-a`, 20);
      const all = messages(300, 10);
      await bus.publish(all);
      await until(() => victim.seen.length >= 20, withinMs);
      await victim.kill();
      const before = [...victim.seen];
      const heir = await member(`${topic}-a`);
      const both = () => firsts([...before, ...heir.seen]);
      await until(
        () => both().length >= 300,
        withinMs,
        () => both().length,
      );
      expect(before.length).toBeLessThan(300);
      expect(ids(both())).toEqual(ids(all));
      expect(inOrder([...before, ...heir.seen])).toBe(true);
    }),
  );

  test(
    'two members share a group; when one leaves, the other takes over',
    on(async ({ bus, topic, messages, member }) => {
      const log: Seen[] = [];
      const handle = async (seen: Seen) => {
        await sleep(1);
        log.push(seen);
      };
      const other = await openTestBus(broker().url);
      const a = await member(`${topic}-a`, { handle });
      const b = await member(`${topic}-a`, { handle, on: other });
      let sent = 0;
      const publish = async () => {
        await bus.publish(messages(100, 40, sent));
        sent += 100;
      };
      const shared = () => a.seen.length > 0 && b.seen.length > 0;
      const deadline = Date.now() + withinMs;
      while (!(shared() && sent >= 300) && Date.now() < deadline) {
        await publish();
        await sleep(50);
      }
      expect(shared()).toBe(true);
      await other.close();
      await publish();
      await until(
        () => firsts(log).length >= sent,
        withinMs,
        () => `${firsts(log).length}/${sent}`,
      );
      expect(inOrder(log)).toBe(true);
    }),
  );

  test(
    'nothing is lost or out of order when the broker goes down and comes back',
    on(async ({ bus, topic, messages, member }) => {
      const group = await member(`${topic}-a`, { handle: () => sleep(2) });
      const all = messages(400, 10);
      const sending = (async () => {
        for (let at = 0; at < all.length; at += 20) {
          await persist(() => bus.publish(all.slice(at, at + 20)), withinMs);
          await sleep(10);
        }
      })();
      await until(() => group.seen.length >= 40, withinMs);
      await Promise.all([sending, broker().restart()]);
      const seen = () => firsts(group.seen).length;
      await until(
        () => seen() >= 400,
        withinMs,
        () => `${seen()}/400`,
      );
      expect(ids(firsts(group.seen))).toEqual(ids(all));
      expect(inOrder(group.seen)).toBe(true);
    }),
  );
}

/** Publishes as a relay does: again, until the bus has it. */
async function persist(work: () => Promise<void>, withinMs: number) {
  for (const deadline = Date.now() + withinMs; ; ) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
