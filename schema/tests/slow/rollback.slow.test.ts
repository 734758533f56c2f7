import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';
import { publish } from '../../src/commands/publish.ts';
import { rollback } from '../../src/commands/rollback.ts';
import { routerProcess } from '../registry/router-process.ts';
import { smallRepository, thingsSdl } from '../registry/small-repository.ts';

const LIVE_MS = 1_000;
const TURNS = 9;
const WAIT = { timeout: 10_000, interval: 10 };

const it = smallRepository();
afterAll(() => it.remove());

test.each(['directory', 'PostgreSQL'])(
  'a router that follows a %s serves what is rolled back to within a second',
  async (kind) => {
    const database = kind === 'PostgreSQL' ? await freshDatabase() : null;
    const directory = mkdtempSync(path.join(tmpdir(), 'rollback-'));
    const registry = database?.url ?? directory;
    it.reset();
    await it.run(publish, [], { registry });
    it.write('a/schema.graphql', thingsSdl('more: Int'));
    await it.run(publish, [], { registry });
    const followed = database === null ? `registry:${directory}` : registry;
    const router = await routerProcess([followed, '--variant', 'production']);
    const isMore = async () => (await router.fieldsOf('Thing')).includes('more');
    try {
      expect(await isMore()).toBe(true);
      const tookMs: number[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        const from = performance.now();
        expect(await it.run(rollback, ['production~1'], { registry })).toMatchObject({ code: 0 });
        await vi.waitFor(async () => expect(await isMore()).toBe(turn % 2 === 1), WAIT);
        tookMs.push(Math.round(performance.now() - from));
      }
      const sorted = tookMs.toSorted((a, b) => a - b);
      const median = sorted[Math.floor(TURNS / 2)] ?? 0;
      process.stdout.write(
        `${JSON.stringify({ rollback: kind, medianMs: median, maxMs: sorted.at(-1) })}\n`,
      );
      expect(median).toBeLessThan(LIVE_MS);
    } finally {
      await router.stop();
      await database?.drop();
      rmSync(directory, { recursive: true });
    }
  },
);
