import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort } from '../../../tests/bus/brokers/ports.ts';
import { routerProcess } from '../faults/router-process.ts';
import { type StreamClient, socketClient, sseClient } from '../many-streams/clients.ts';
import { tickSubgraph } from '../many-streams/tick-subgraph.ts';

/** Of each kind: SSE and WebSocket. */
const EACH = Number(process.env.STREAMS_EACH ?? 300);
const EVENTS = 5;
const ROUNDS = 3;
const AT_ONCE = 50;
const KIBIBYTE = 1_024;
/** Garbage that may lie about when it is looked at. */
const GARBAGE_MIB = 128;

test.each([
  { upstreams: 'shared', isShared: true },
  { upstreams: 'distinct', isShared: false },
])(
  'many streams with $upstreams upstreams all get every event, and give their memory to the next',
  async ({ upstreams, isShared }) => {
    const subgraph = await tickSubgraph();
    const folder = mkdtempSync(path.join(tmpdir(), 'router-many-streams-'));
    const files = {
      supergraph: path.join(folder, 'supergraph.graphql'),
      discovery: path.join(folder, 'discovery.json'),
    };
    writeFileSync(files.supergraph, subgraph.supergraph);
    writeFileSync(files.discovery, '{}');
    const port = await freePort();
    const router = routerProcess(port, files, {
      LOG_LEVEL: 'info',
      SUBSCRIPTIONS_MAX: `${EACH * 4}`,
      SUBSCRIPTIONS_PER_CLIENT: `${EACH * 4}`,
      NODE_OPTIONS: '--max-old-space-size=256',
    });
    const url = `http://127.0.0.1:${port}`;

    async function figures() {
      const text = await router.metrics();
      const of = (name: string) =>
        Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1] ?? 0);
      return {
        bytes: of('process_resident_memory_bytes'),
        cpuMs: of('process_cpu_seconds_total') * 1_000,
        streams: [...text.matchAll(/^router_subscriptions_open(?:\{[^}]*\})? (\d+)/gm)].reduce(
          (sum, [, count]) => sum + Number(count),
          0,
        ),
      };
    }
    const until = async (holds: () => boolean | Promise<boolean>) => {
      for (const deadline = Date.now() + 30_000; !(await holds()); await sleep(5)) {
        if (Date.now() > deadline) throw new Error('not within 30 s');
      }
    };

    async function round() {
      const clients: StreamClient[] = [];
      let seen = 0;
      const before = await figures();
      const channel = (n: number) => (isShared ? 'all' : `channel ${n}`);
      for (let from = 0; from < 2 * EACH; from += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, 2 * EACH - from) }, (_, i) => {
          const open = from + i < EACH ? sseClient : socketClient;
          return open(url, channel(from + i), () => {
            seen += 1;
          });
        });
        clients.push(...(await Promise.all(some)));
      }
      await until(async () => (await figures()).streams === 2 * EACH);
      await until(() => subgraph.open() === (isShared ? 1 : 2 * EACH));
      const opened = await figures();
      const startedAt = performance.now();
      for (let n = 1; n <= EVENTS; n++) {
        subgraph.tell(n);
        await until(() => seen >= n * 2 * EACH);
      }
      const tookMs = performance.now() - startedAt;
      const told = await figures();
      await sleep(100);
      expect(seen).toBe(EVENTS * 2 * EACH);
      for (const { close } of clients) close();
      await until(async () => (await figures()).streams === 0 && subgraph.open() === 0);
      const kib = (bytes: number) => Math.round(bytes / KIBIBYTE);
      return {
        upstreams,
        streams: 2 * EACH,
        kibPerStream: Math.round(kib(told.bytes - before.bytes) / (2 * EACH)),
        cpuMicrosPerEvent: Math.round(((told.cpuMs - opened.cpuMs) * 1_000) / seen),
        cpuMicrosPerOpening: Math.round(((opened.cpuMs - before.cpuMs) * 1_000) / (2 * EACH)),
        msUntilAllHaveOne: Math.round(tookMs / EVENTS),
        mibBefore: Math.round(kib(before.bytes) / KIBIBYTE),
        mibOpen: Math.round(kib(told.bytes) / KIBIBYTE),
        mibAfter: Math.round(kib((await figures()).bytes) / KIBIBYTE),
      };
    }

    try {
      await router.start();
      const rounds = [];
      for (let n = 0; n < ROUNDS; n++) rounds.push(await round());
      for (const each of rounds) process.stdout.write(`${JSON.stringify(each)}\n`);
      const [first] = rounds;
      expect(rounds.at(-1)?.mibOpen).toBeLessThan((first?.mibOpen ?? 0) + GARBAGE_MIB);
    } finally {
      router.end();
      subgraph.close();
      rmSync(folder, { recursive: true });
    }
  },
);
