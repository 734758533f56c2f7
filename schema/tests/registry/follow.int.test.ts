import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger } from '@souk/platform/log';
import { createMetrics } from '@souk/platform/metrics';
import { openSupergraph } from '@souk/router/generation/open-supergraph';
import { supergraphEnv } from '@souk/router/generation/supergraph-env';
import { supergraphMetrics } from '@souk/router/generation/supergraph-metrics';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { publish } from '../../src/commands/publish.ts';
import { rollback } from '../../src/commands/rollback.ts';
import { openStore } from '../../src/registry/open-store.ts';
import { smallRepository, thingsSdl } from './small-repository.ts';
import { sample } from './store-conformance.ts';
import { tcpFreezer } from './tcp-freezer.ts';

/** Other suites may keep the machine busy; rollback.slow.test.ts holds it to a second. */
const LIVE_MS = 2_000;
const WAIT = { timeout: 10_000, interval: 10 };

const it = smallRepository();
const folder = mkdtempSync(path.join(tmpdir(), 'follow-'));
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  it.remove();
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** What a router does with its supergraph, without the rest of it. */
async function followed(env: Record<string, string>) {
  const metrics = createMetrics({ service: 'router', instance: 'test' });
  const log = createLogger({ name: 'router', level: 'silent' });
  const { supergraph, follow } = await openSupergraph(z.object(supergraphEnv).parse(env), {
    ...{ maxPlans: 1, log, metrics: supergraphMetrics(metrics)(null) },
  });
  const following = follow();
  return {
    isMore: () => {
      const type = supergraph.current().api.getType('Thing');
      return isObjectType(type) && 'more' in type.getFields();
    },
    metric: async (name: string) =>
      new RegExp(`^${name}.* (\\d+)$`, 'm').exec(await metrics.registry.metrics())?.[1],
    close: following.close,
  };
}

describe.each(['directory', 'PostgreSQL'] as const)('who follows a %s', (kind) => {
  const directory = path.join(folder, 'registry');
  const cacheFile = path.join(folder, `${kind}.graphql`);
  const registry = () => (kind === 'directory' ? directory : database.url);
  const env = () => ({ SUPERGRAPH_REGISTRY: registry(), SUPERGRAPH_CACHE_FILE: cacheFile });
  let router: Awaited<ReturnType<typeof followed>>;

  beforeAll(async () => {
    it.reset();
    await it.run(publish, [], { registry: registry() });
    it.write('a/schema.graphql', thingsSdl('more: Int'));
    await it.run(publish, [], { registry: registry() });
    router = await followed(env());
  });
  afterAll(() => router.close());

  test('serves at once what is rolled back to, and keeps it on disk', async () => {
    expect(router.isMore()).toBe(true);
    const from = performance.now();
    await it.run(rollback, [], { registry: registry() });
    await vi.waitFor(() => expect(router.isMore()).toBe(false), WAIT);
    expect(performance.now() - from).toBeLessThan(LIVE_MS);
    expect(readFileSync(cacheFile, 'utf8')).not.toContain('more: Int');
  });

  test('refuses a supergraph that cannot be served, and serves the next one', async () => {
    const store = await openStore(registry(), '/', 'write');
    const bad = sample(`bad ${kind}`);
    await store.move('production', bad.move, bad.texts);
    await store.close();
    const refused = 'router_supergraph_polls_total{outcome="refused"';
    await vi.waitFor(async () => expect(await router.metric(refused)).toBe('1'), WAIT);
    expect(router.isMore()).toBe(false);
    await it.run(rollback, ['production~2'], { registry: registry() });
    await vi.waitFor(() => expect(router.isMore()).toBe(true), WAIT);
    expect(readFileSync(cacheFile, 'utf8')).toContain('more: Int');
  });

  test('serves a contract of a variant where it is asked for one', async () => {
    const store = await openStore(registry(), '/', 'write');
    const [whole, , less] = await store.moves('production');
    if (whole === undefined || less === undefined) throw new Error('too few moves');
    const contracts = { public: less.supergraph };
    await store.move('partners', { ...whole, contracts }, []);
    await store.close();
    const at = { SUPERGRAPH_REGISTRY: registry(), SUPERGRAPH_VARIANT: 'partners' };
    const all = await followed(at);
    const contract = await followed({ ...at, SUPERGRAPH_CONTRACT: 'public' });
    expect([all.isMore(), contract.isMore()]).toEqual([true, false]);
    await expect(followed({ ...at, SUPERGRAPH_CONTRACT: 'staff' })).rejects.toThrow(
      /has no contract staff/,
    );
    for (const each of [all, contract]) each.close();
  });

  test('refuses a variant that is not there, and starts from disk while all is away', async () => {
    const more = {
      SUPERGRAPH_VARIANT: 'nowhere',
      SUPERGRAPH_CACHE_FILE: path.join(folder, 'none'),
    };
    await expect(followed({ ...env(), ...more })).rejects.toThrow(/has no variant nowhere/);
    const away =
      kind === 'directory' ? `${directory}-away` : 'postgres://ada:hush@127.0.0.1:1/nowhere';
    const none = { SUPERGRAPH_REGISTRY: away, SUPERGRAPH_CACHE_FILE: path.join(folder, 'none') };
    await expect(followed(none)).rejects.toThrow(/^No supergraph to start with: the source/);
    await expect(followed(none)).rejects.not.toThrow(/hush|127\.0\.0\.1/);
    const kept = await followed({ ...env(), SUPERGRAPH_REGISTRY: away });
    expect(kept.isMore()).toBe(true);
    expect(await kept.metric('router_supergraph_from_disk')).toBe('1');
    kept.close();
  });

  if (kind === 'directory') {
    test('outlives that the directory goes away for a while', async () => {
      renameSync(directory, `${directory}-gone`);
      const failed = 'router_supergraph_polls_total{outcome="failed"';
      await vi.waitFor(async () => expect(await router.metric(failed)).toBeDefined(), WAIT);
      expect(router.isMore()).toBe(true);
      renameSync(`${directory}-gone`, directory);
      await it.run(rollback, ['production~2'], { registry: registry() });
      await vi.waitFor(() => expect(router.isMore()).toBe(false), WAIT);
    });
  } else {
    test('hears of moves again after its connections were lost', async () => {
      const connections = async () => {
        const rows = await database.sql<{ pid: number }[]>`
          select pid from pg_stat_activity
          where application_name = 'router' and query ilike 'listen%'`;
        return rows.map(({ pid }) => pid);
      };
      const before = await connections();
      await database.sql`
        select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'router'`;
      await vi.waitFor(async () => {
        const now = await connections();
        expect(now.length === 1 && !before.includes(now[0] ?? 0)).toBe(true);
      }, WAIT);
      const from = performance.now();
      await it.run(rollback, ['production~2'], { registry: registry() });
      await vi.waitFor(() => expect(router.isMore()).toBe(false), WAIT);
      expect(performance.now() - from).toBeLessThan(LIVE_MS);
    });

    test('gives up a connection that is silent, and follows by another', async () => {
      const url = new URL(database.url);
      const way = await tcpFreezer({ host: url.hostname, port: Number(url.port) });
      url.port = String(way.port);
      const far = await followed({
        SUPERGRAPH_REGISTRY: url.href,
        SUPERGRAPH_POLL_MS: '100',
        SUPERGRAPH_MAX_POLL_MS: '200',
        SUPERGRAPH_TIMEOUT_MS: '300',
      });
      const before = far.isMore();
      way.freeze();
      const failed = 'router_supergraph_polls_total{outcome="failed"';
      await vi.waitFor(async () => expect(await far.metric(failed)).toBe('1'), WAIT);
      way.thaw();
      await it.run(rollback, ['production~1'], { registry: registry() });
      await vi.waitFor(() => expect(far.isMore()).toBe(!before), WAIT);
      far.close();
      way.close();
    });
  }
});
