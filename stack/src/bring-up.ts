import { existsSync } from 'node:fs';
import { addressesOf } from './addresses.ts';
import {
  commonEnvironment,
  routerArguments,
  routerEnvironment,
  type Surroundings,
  serviceEnvironment,
} from './config/environment.ts';
import type { Options } from './config/flags.ts';
import { type Plan, portsOf } from './config/plan.ts';
import { pspEnvironment } from './config/psp.ts';
import type { ServiceKind } from './config/topology.ts';
import { writeAtomically } from './data/atomic-file.ts';
import { ensureDataset, type WriteDataset } from './data/dataset.ts';
import { clearLeftovers, createFolders, deleteData, type Layout, turnLogs } from './data/layout.ts';
import { keepPasswords } from './data/passwords.ts';
import { requirePorts } from './ports.ts';
import { adminUrl } from './postgres/cluster.ts';
import { ensureDatabases } from './postgres/databases.ts';
import { stopLeftover } from './postgres/leftover.ts';
import { ensureCluster, launchCluster } from './postgres/supervised-cluster.ts';
import { answersOk } from './processes/health.ts';
import { launchNode } from './processes/launch.ts';
import type { Roster } from './processes/roster.ts';
import type { Change } from './processes/supervise.ts';
import { BUS, surroundingsOf } from './surroundings.ts';

/** What the stack is told about the machine it runs on. */
export type Machine = {
  /** The checkout. */
  root: string;
  /** The Node program that runs everything. */
  node: string;
  /** The environment that every process inherits. */
  env: Readonly<Record<string, string | undefined>>;
  services: readonly ServiceKind[];
  writeDataset: WriteDataset;
};

export type Report = (change: Change | Step) => void;
type Step = { id: string; state: 'starting' | 'done' };

export const POSTGRES = 'PostgreSQL';
export const DATASET = 'demo data';
export const ROUTER = 'router';
export const PSP = 'sandbox-psp';

/** Room for young objects: answers outlive a small nursery, and are then dear to collect. */
const ROUTER_FLAGS = ['--min-semi-space-size=32', '--max-semi-space-size=128'];

const PATIENCE_AFTER_A_KILL_MS = 10_000;

type Site = {
  options: Options;
  machine: Machine;
  plan: Plan;
  layout: Layout;
  running: Roster;
  /** Aborted when the stack is to stop, also while it is coming up. */
  leaving: AbortSignal;
  report: Report;
};

/** Clears the way: what an earlier run left, ports that are taken, data to be made afresh. */
export async function makeRoom(
  { options, plan, layout }: Pick<Site, 'options' | 'plan' | 'layout'>,
  afterAKill: boolean,
): Promise<void> {
  if (existsSync(layout.postgres)) await stopLeftover(layout.postgres);
  const patienceMs = afterAKill ? PATIENCE_AFTER_A_KILL_MS : 0;
  await requirePorts(portsOf(plan), options.portOffset, patienceMs);
  if (options.fresh) await deleteData(layout);
  await clearLeftovers(layout);
  await createFolders(layout);
  await turnLogs(layout);
}

/** PostgreSQL and the demo data, then the databases, then every service, the PSP and the router at once. */
export async function bringUp(site: Site): Promise<void> {
  const { plan, layout, running, leaving } = site;
  const { bus } = site.options;
  const services = plan.services.map(({ name, extensions }) => ({ name, extensions }));
  const databases = bus === null ? [...services, { name: BUS, extensions: [] }] : services;
  const names = databases.map(({ name }) => name);
  const passwords = keepPasswords(layout.passwords, names);
  const passwordOf = (name: string) => passwords.services[name] ?? '';
  const cluster = { layout, port: plan.postgresPort, password: passwords.superuser };
  const [seedFiles] = await Promise.all([prepareDataset(site), prepareCluster(cluster, site)]);
  leaving.throwIfAborted();
  const database = running.run({
    id: POSTGRES,
    start: () => launchCluster(cluster),
    isReady: async () => true,
    onChange: site.report,
  });
  await unlessLeaving(leaving, database.firstReady);
  await ensureDatabases(
    adminUrl(plan.postgresPort, passwords.superuser),
    databases.map((each) => ({ ...each, password: passwordOf(each.name) })),
  );
  leaving.throwIfAborted();
  await startPrograms(site, surroundingsOf({ plan, layout, passwords }, { bus }, seedFiles));
  writeAtomically(layout.addresses, JSON.stringify(addressesOf(plan), null, 2));
}

async function prepareDataset(site: Site): Promise<Record<string, string>> {
  if (!site.options.seed) return {};
  site.report({ id: DATASET, state: 'starting' });
  const files = await ensureDataset(site.layout, site.machine.writeDataset);
  site.report({ id: DATASET, state: 'done' });
  return files;
}

async function prepareCluster(cluster: Parameters<typeof ensureCluster>[0], { report }: Site) {
  report({ id: POSTGRES, state: 'starting' });
  await ensureCluster(cluster);
}

async function startPrograms(site: Site, around: Surroundings): Promise<void> {
  const { plan, machine, layout, running, report } = site;
  const start = (id: string, args: string[], env: Record<string, string>, healthPort: number) =>
    running.run({
      id,
      start: () =>
        launchNode({
          node: machine.node,
          args,
          cwd: machine.root,
          env: { ...machine.env, ...env },
          logFile: layout.logOf(id),
        }),
      isReady: () => answersOk(`http://127.0.0.1:${healthPort}/health/ready`),
      isAlive: () => answersOk(`http://127.0.0.1:${healthPort}/health/live`),
      onChange: report,
    });
  const startPsp = (port: number) => {
    const env = { ...commonEnvironment(around, PSP), ...pspEnvironment(around, layout.psp) };
    return start(PSP, ['stack/src/psp/main.ts'], env, port);
  };
  const services = plan.instances.map((instance) => {
    const kind = plan.services.find(({ name }) => name === instance.service);
    const main = kind?.main ?? `subgraphs/${instance.service}/src/main.ts`;
    return start(instance.id, [main], serviceEnvironment(instance, around), instance.port);
  });
  const psps = plan.pspPort === null ? [] : [startPsp(plan.pspPort)];
  const routerMain = [...ROUTER_FLAGS, 'router/src/main.ts', ...routerArguments(around)];
  const router = start(ROUTER, routerMain, routerEnvironment(around, ROUTER), plan.routerPort);
  const ready = Promise.all([...services, ...psps, router].map((each) => each.firstReady));
  await unlessLeaving(site.leaving, ready);
}

function unlessLeaving<T>(leaving: AbortSignal, work: Promise<T>): Promise<T> {
  const left = new Promise<never>((_, reject) => {
    const leave = () => reject(leaving.reason);
    if (leaving.aborted) leave();
    leaving.addEventListener('abort', leave, { once: true });
  });
  return Promise.race([work, left]);
}
