import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Addresses, addressesOf } from '@souk/stack/addresses';
import { serviceEnvironment } from '@souk/stack/config/environment';
import { makePlan, portsOf } from '@souk/stack/config/plan';
import { readTopology } from '@souk/stack/config/topology';
import { layoutOf } from '@souk/stack/data/layout';
import { readPasswords } from '@souk/stack/data/passwords';
import { isFree } from '@souk/stack/ports';
import { adminUrl } from '@souk/stack/postgres/cluster';
import { writeDataset } from '@souk/stack/seed/dataset';
import { createStack } from '@souk/stack/stack';
import { surroundingsOf } from '@souk/stack/surroundings';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A stack of the run's own, and all its keys. */
export type Site = {
  addresses: Addresses;
  dataDirectory: string;
  services: readonly string[];
  /** Every process of a service, such as orders-2. */
  instances: readonly string[];
  busUrl: string;
  /** As the superuser of PostgreSQL. */
  adminUrl: (database: string) => string;
  /** What a further process of a service must be told. */
  environmentOf: (service: string) => Record<string, string>;
  /** Null while it is down. */
  pidOf: (process: string) => number | null;
  unready: () => string[];
  stop: (options: { keep: boolean }) => Promise<void>;
};

export type SiteOptions = {
  /** Where another bus is; null for the one on PostgreSQL. */
  bus: string | null;
  /** Instances of a service, where it is not one. */
  scale: Readonly<Record<string, number>>;
  /** Further environment of every process. */
  env: Readonly<Record<string, string>>;
  /** Programs that run instead of a service's own. */
  mains?: Readonly<Record<string, string>>;
};

/** Brings a stack up with demo data, on free ports and a data folder of its own. */
export async function openSite({ bus, scale, env, mains = {} }: SiteOptions): Promise<Site> {
  const services = readTopology(ROOT).map((kind) => {
    const main = mains[kind.name];
    return main === undefined ? kind : { ...kind, main };
  });
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'souk-chaos-'));
  // PostgreSQL's own user must find its folder in it.
  await chmod(dataDirectory, 0o755);
  const plan = { only: null, scale, portOffset: await freeOffset(services, scale) };
  const stack = createStack(
    { ...plan, fresh: false, seed: true, bus, dataDirectory },
    { root: ROOT, node: process.execPath, env: { ...process.env, ...env }, services, writeDataset },
  );
  const stop = async ({ keep }: { keep: boolean }) => {
    for (const name of SIGNALS) process.off(name, onSignal);
    await stack.stop();
    if (!keep) await rm(dataDirectory, { recursive: true, force: true });
  };
  // PostgreSQL would outlive us: whoever interrupts the run waits for its end.
  const onSignal = () => void stop({ keep: true }).finally(() => process.exit(130));
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    await stack.start(() => {});
  } catch (error) {
    await stop({ keep: true });
    throw error;
  }
  const layout = layoutOf(dataDirectory);
  const passwords = readPasswords(layout.passwords);
  const around = surroundingsOf({ plan: stack.plan, layout, passwords }, { bus }, {});
  const states = () =>
    JSON.parse(readFileSync(layout.processes, 'utf8')) as Record<
      string,
      { pid: number | null; state: string }
    >;
  return {
    addresses: addressesOf(stack.plan),
    dataDirectory,
    services: services.map(({ name }) => name),
    instances: stack.plan.instances.map(({ id }) => id),
    busUrl: around.busUrl,
    adminUrl: adminUrl(stack.plan.postgresPort, passwords.superuser),
    environmentOf: (service) => {
      const instance = stack.plan.instances.find((each) => each.service === service);
      if (instance === undefined) throw new Error(`there is no ${service}`);
      return serviceEnvironment({ ...instance, id: `${service}-chaos` }, around);
    },
    pidOf: (id) => states()[id]?.pid ?? null,
    unready: () =>
      Object.entries(states())
        .filter(([, { state }]) => state !== 'ready')
        .map(([id]) => id),
    stop,
  };
}

/** An offset at which every port is free. */
async function freeOffset(
  services: Parameters<typeof makePlan>[0],
  scale: SiteOptions['scale'],
): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    // Below the ports that the operating system gives to outgoing connections.
    const portOffset = 6_000 + Math.floor(Math.random() * 20_000);
    const plan = makePlan(services, { only: null, scale, portOffset });
    const free = await Promise.all(portsOf(plan).map(({ port }) => isFree(port)));
    if (free.every(Boolean)) return portOffset;
  }
  throw new Error('no free range of ports');
}
