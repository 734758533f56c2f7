import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Bus, type DeadLetter, type Message, openBus } from '@souk/platform/bus/bus';
import { newId } from '@souk/platform/ids';
import { createLogger } from '@souk/platform/log';
import { TIMING } from './timing.ts';

const MEMBER = fileURLToPath(new URL('./member.ts', import.meta.url));

/** What a group was given: the key and number of each message, in the order of handling. */
export type Seen = { id: string; key: string; n: number };

export type Stage = {
  bus: Bus;
  topic: string;
  /** Messages numbered from `from`, dealt out to `keys` keys in turn. */
  messages: (count: number, keys: number, from?: number) => Message[];
  member: (group: string, options?: MemberOptions) => Promise<InProcess>;
  processMember: (group: string, handleMs: number) => Promise<Spawned>;
};
export type MemberOptions = { on?: Bus; handle?: (seen: Seen) => Promise<void> };
export type InProcess = { seen: Seen[]; dead: DeadLetter[]; close: () => Promise<void> };
export type Spawned = { seen: Seen[]; kill: () => Promise<void> };

/** A bus of the test's own, as one service has it. */
export const openTestBus = (url: string): Promise<Bus> =>
  openBus(url, { name: 'test', log: createLogger({ name: 'test', level: 'silent' }), ...TIMING });

/** A topic of its own for one test, and members of groups on it, in this process or in others. */
export async function withStage(url: string, run: (stage: Stage) => Promise<void>) {
  const bus = await openTestBus(url);
  const topic = `topic-${newId()}`;
  const closers: (() => Promise<void>)[] = [];
  const stage: Stage = {
    bus,
    topic,
    messages: (count, keys, from = 0) =>
      Array.from({ length: count }, (_, at) => ({
        id: newId(),
        topic,
        key: `key-${at % keys}`,
        headers: { traceparent: `trace-${from + at}` },
        body: JSON.stringify({ n: from + at }),
      })),
    async member(group, { on = bus, handle } = {}) {
      const seen: Seen[] = [];
      const dead: DeadLetter[] = [];
      const { close } = await on.subscribe({
        group,
        topics: [topic],
        handle: async ({ id, key, body }) => {
          const each = { id, key, n: JSON.parse(body).n };
          await handle?.(each);
          seen.push(each);
        },
        deadLetter: async (letter) => void dead.push(letter),
      });
      closers.push(close);
      return { seen, dead, close };
    },
    async processMember(group, handleMs) {
      const child = spawn(process.execPath, [MEMBER, url, group, topic, `${handleMs}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const spawned = { seen: [] as Seen[], kill: () => killed(child) };
      closers.push(spawned.kill);
      await new Promise<void>((resolve, reject) => {
        child.once('exit', () => reject(new Error('the member ended')));
        createInterface({ input: child.stdout }).on('line', (line) => {
          if (line === 'ready') resolve();
          else spawned.seen.push(JSON.parse(line));
        });
      });
      return spawned;
    },
  };
  try {
    await run(stage);
  } finally {
    for (const close of closers) await close();
    await bus.close();
  }
}

async function killed(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Waits until it holds. Throws, with what was seen last, when it does not in time. */
export async function until(what: () => boolean, timeoutMs: number, say: () => unknown = () => '') {
  const deadline = Date.now() + timeoutMs;
  while (!what()) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms ${say()}`);
    await sleep(10);
  }
}

/** Each message once, where it was first seen. */
export function firsts(seen: readonly Seen[]): Seen[] {
  const known = new Set<string>();
  return seen.filter(({ id }) => !known.has(id) && known.add(id));
}

/** Whether the messages of every key were first seen in the order of their numbers. */
export function inOrder(seen: readonly Seen[]): boolean {
  const last = new Map<string, number>();
  for (const { key, n } of firsts(seen)) {
    if (n < (last.get(key) ?? -1)) return false;
    last.set(key, n);
  }
  return true;
}
