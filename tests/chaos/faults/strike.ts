import { kill } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@souk/stack/seed/random';
import postgres from 'postgres';
import type { Service } from '../audit/databases.ts';
import type { Listener } from '../audit/listener.ts';
import { REACTIONS } from '../audit/reactions.ts';
import type { Site } from '../site/site.ts';
import {
  describeFault,
  type Fault,
  type Planned,
  type ProviderSwitches,
  planFaults,
} from './plan.ts';

export type Destroyer = {
  struck: () => number;
  /** Nothing more breaks; what was switched on is switched off, what stood still goes on. */
  heal: () => Promise<void>;
};

/** Processes that may be down when the next fault strikes. */
const MOST_DOWN = 1;

const LOOK_MS = 100;
/** Time enough for a message that we have heard to reach its reader, too, and be acknowledged if it is early. */
const IN_HAND_MS = 500;

const NO_MISBEHAVIOUR: Required<ProviderSwitches> = {
  latencyMs: 0,
  errorRate: 0,
  loseReplyAfterCharge: 0,
  duplicateWebhooks: 0,
  reorderWebhooks: 0,
  dropWebhooks: 0,
};

/** Breaks things by plan, until it is told to heal. */
export function startFaults(options: {
  site: Site;
  listener: Listener;
  /** Restarts a broker that is ours; null for any other. */
  restartBroker: (() => Promise<void>) | null;
  random: Random;
  /** What breaks before anything that is left to chance. */
  first: readonly Planned[];
  tell: (line: string) => void;
}): Destroyer {
  const { site, listener, restartBroker, random, first, tell } = options;
  const healing = new AbortController();
  const underWay = new Set<Promise<void>>();
  let struck = 0;

  const pause = (ms: number) => sleep(ms, undefined, { signal: healing.signal }).catch(() => {});

  /** Waits for it; false where healing comes first. */
  const hasMessageInHand = async (process: string, service: Service): Promise<boolean> => {
    const types = new Set(REACTIONS[service]);
    for (let known = listener.heard.length; !healing.signal.aborted; ) {
      await pause(LOOK_MS);
      const fresh = listener.heard.slice(known);
      known += fresh.length;
      if (site.unready().includes(process)) continue;
      if (!fresh.some(({ type }) => types.has(type))) continue;
      await pause(IN_HAND_MS);
      break;
    }
    return !healing.signal.aborted;
  };

  const strike = async (fault: Fault): Promise<void> => {
    switch (fault.kind) {
      case 'kill':
        return signal(site.pidOf(fault.process), 'SIGKILL');
      case 'kill-reader':
        if (await hasMessageInHand(fault.process, fault.service)) {
          signal(site.pidOf(fault.process), 'SIGKILL');
        }
        return;
      case 'restart':
        return signal(site.pidOf(fault.process), 'SIGTERM');
      case 'freeze': {
        const pid = site.pidOf(fault.process);
        signal(pid, 'SIGSTOP');
        await pause(fault.ms);
        return signal(pid, 'SIGCONT');
      }
      case 'crash-backend':
        return crashBackend(site);
      case 'cut':
        return cut(site, fault.database);
      case 'provider':
        await switchProvider(site, {
          ...NO_MISBEHAVIOUR,
          ...fault.switches,
          seed: random.whole(1, 9_999),
        });
        await pause(fault.ms);
        return switchProvider(site, NO_MISBEHAVIOUR);
      case 'redeliver':
        return listener.redeliver(random, fault.messages);
      case 'broker':
        return restartBroker?.();
    }
  };

  const targets = {
    services: site.instances,
    postgres: 'PostgreSQL',
    provider: 'sandbox-psp',
    router: 'router',
    databases: [...site.services, 'bus'],
    hasBroker: restartBroker !== null,
  };
  const plan = planFaults(random, targets, first);
  const striking = (async () => {
    for (const { afterMs, fault } of plan) {
      await pause(afterMs);
      // On a slow machine, too: what has been broken comes back before much more breaks.
      while (!healing.signal.aborted && site.unready().length > MOST_DOWN) await pause(100);
      if (healing.signal.aborted) return;
      struck += 1;
      tell(describeFault(fault));
      const blow: Promise<void> = strike(fault)
        .catch((error) =>
          tell(`  did not strike: ${error instanceof Error ? error.message : error}`),
        )
        .finally(() => underWay.delete(blow));
      underWay.add(blow);
    }
  })();

  return {
    struck: () => struck,
    heal: async () => {
      healing.abort();
      await striking;
      await Promise.all(underWay);
      const isHealed = () =>
        switchProvider(site, NO_MISBEHAVIOUR).then(
          () => true,
          () => false,
        );
      while (!(await isHealed())) await sleep(200);
      while (site.unready().length > 0) await sleep(200);
    },
  };
}

function signal(pid: number | null, name: NodeJS.Signals): void {
  if (pid === null) return;
  try {
    kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function switchProvider(site: Site, switches: object): Promise<void> {
  const response = await fetch(`${site.addresses.psp}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(switches),
  });
  if (!response.ok) throw new Error(`the provider answers ${response.status}`);
}

async function crashBackend(site: Site): Promise<void> {
  const pids = await withAdmin(
    site,
    (sql) =>
      sql<{ pid: number }[]>`/* chaos.backends */ select pid from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()
      order by state = 'active' desc, random() limit 1`,
  );
  signal(pids[0]?.pid ?? null, 'SIGKILL');
}

async function cut(site: Site, database: string): Promise<void> {
  await withAdmin(
    site,
    (sql) =>
      sql`/* chaos.cut */ select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database} and pid <> pg_backend_pid()`,
  );
}

async function withAdmin<T>(site: Site, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(site.adminUrl('postgres'), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
