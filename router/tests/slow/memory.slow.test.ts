import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { quantile } from '../hostile/canary.ts';
import { routerProcess } from '../hostile/router-process.ts';
import { mixedLoad } from '../memory/mixed-load.ts';
import { supergraphSource } from '../memory/supergraph-source.ts';

const MINUTES = Number(process.env.MEMORY_MINUTES ?? 1.5);
const LONG_MINUTES = 10;
const RELOADS = 200;
const MEBIBYTE = 1_048_576;
/** Of the larger of the first two quarters: how much garbage lies about when it is looked at is chance. */
const TOLERANCE = 0.1;

test(
  'memory stays flat under mixed load, however often the supergraph changes',
  async () => {
    const source = supergraphSource();
    // Few plans are kept, so that all caches are full in the first quarter. A short run ends before
    // V8, which lets garbage lie as long as there is room, has found its size: it gets little room.
    const env = {
      SUPERGRAPH_POLL_MS: '100',
      MAX_PLANS: '100',
      ...(MINUTES < LONG_MINUTES && { NODE_OPTIONS: '--max-old-space-size=256' }),
    };
    const router = await routerProcess(env, source.serve);
    const load = mixedLoad(router.url, 6);
    const samples: { at: number; bytes: number }[] = [];
    const startedAt = performance.now();
    const endsAt = startedAt + MINUTES * 60_000;
    const sampling = setInterval(() => {
      samples.push({ at: performance.now(), bytes: router.memory() });
      for (const { received } of router.subgraphs) received.length = 0;
    }, 250);
    for (let reload = 0; reload < RELOADS; reload++) {
      await Promise.race([source.change(), router.ended]);
      if (!router.isAlive()) throw new Error(router.complaints());
      const rest = startedAt + ((reload + 1) * (endsAt - startedAt)) / RELOADS - performance.now();
      if (rest > 0) await sleep(rest);
    }
    clearInterval(sampling);
    await load.stop();
    const metrics = await (await fetch(`${router.url}/metrics`)).text();
    const changed = Number(/polls_total\{outcome="changed"[^}]*\} (\d+)/.exec(metrics)?.[1]);

    const lasted = (samples.at(-1)?.at ?? 0) - startedAt;
    const quarters = [0, 1, 2, 3].map((quarter) => {
      const from = startedAt + (quarter * lasted) / 4;
      const of = samples.filter(({ at }) => at >= from && at <= from + lasted / 4);
      return quantile(
        of.map(({ bytes }) => bytes),
        0.5,
      );
    });
    process.stdout.write(
      `${JSON.stringify({
        minutes: Math.round(lasted / 6_000) / 10,
        requests: load.counts.asked,
        reloads: changed - 1,
        medianMiBOfQuarters: quarters.map((bytes) => Math.round(bytes / MEBIBYTE)),
      })}\n`,
    );
    await router.stop();
    source.close();

    expect(changed).toBeGreaterThan(RELOADS);
    expect(load.counts.wrong).toBe(0);
    const early = Math.max(...quarters.slice(0, 2));
    expect(quarters[3]).toBeLessThan(early * (1 + TOLERANCE));
  },
  MINUTES * 60_000 + 300_000,
);
