import { existsSync } from 'node:fs';
import { addressesOf } from './addresses.ts';
import {
  commonEnvironment,
  routerArguments,
  type Surroundings,
  serviceEnvironment,
} from './config/environment.ts';
import type { Options } from './config/flags.ts';
import { makePlan, type Plan, portsOf } from './config/plan.ts';
import { pspEnvironment } from './config/psp.ts';
import type { ServiceKind } from './config/topology.ts';
import { writeAtomically } from './data/atomic-file.ts';
import { ensureDataset, type WriteDataset } from './data/dataset.ts';
import { isDiskFull } from './data/disk.ts';
import { clearLeftovers, createFolders, deleteData, layoutOf, turnLogs } from './data/layout.ts';
import { takeLock } from './data/lock.ts';
import { keepPasswords, secretOf } from './data/passwords.ts';
import { discoveryOf } from './discovery.ts';
import { diskFull, explain, explainProgram, StackError } from './failures.ts';
import { requirePorts } from './ports.ts';
import { adminUrl } from './postgres/cluster.ts';
import { ensureDatabases, serviceUrl } from './postgres/databases.ts';
import { stopLeftover } from './postgres/leftover.ts';
import { ensureCluster, launchCluster } from './postgres/supervised-cluster.ts';
import { answersOk } from './processes/health.ts';
import { launchNode } from './processes/launch.ts';
import { lastLines } from './processes/log-tail.ts';
import { type Change, GaveUp, type Supervised, supervise } from './processes/supervise.ts';

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

export type Stack = {
  plan: Plan;
  /** Everything that is brought up, in the order in which it is shown. */
  ids: readonly string[];
  /** Whether it has been started. */
  isRunning: (id: string) => boolean;
  /** Brings everything up. Throws StackError; `stop` is still needed after that. */
  start: (report: Report) => Promise<void>;
  /** Stops router, services, PSP and PostgreSQL in this order, also while the stack is coming up. */
  stop: () => Promise<void>;
  /** Ends everything at once; a `stop` under way then comes to its end. */
  kill: () => void;
};

export type Report = (change: Change | Step) => void;
type Step = { id: string; state: 'starting' | 'done' };

const POSTGRES = 'PostgreSQL';
const DATASET = 'demo data';
const ROUTER = 'router';
const PSP = 'sandbox-psp';
const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 8_000;
const POSTGRES_STOP_DEADLINE_MS = 15_000;
const PATIENCE_AFTER_A_KILL_MS = 10_000;
const LINES_SHOWN = 5;

/** The whole system on one machine. Nothing happens before `start`. */
export function createStack(options: Options, machine: Machine): Stack {
  const plan = makePlan(machine.services, options);
  const layout = layoutOf(options.dataDirectory);
  const leaving = new AbortController();
  const running = new Map<string, Supervised>();
  let release = () => {};
  let coming: Promise<void> = Promise.resolve();

  const stateChanged = () => {
    const isReady = (id: string) => running.get(id)?.state() === 'ready';
    writeAtomically(
      layout.discovery,
      JSON.stringify(discoveryOf(plan.instances, isReady), null, 2),
    );
    const all = [...running.values()].map((each) => [
      each.id,
      { pid: each.pid(), state: each.state() },
    ]);
    writeAtomically(layout.processes, JSON.stringify(Object.fromEntries(all), null, 2));
  };

  const run = (
    id: string,
    report: Report,
    how: Pick<Parameters<typeof supervise>[0], 'start' | 'isReady'>,
  ): Supervised => {
    const onChange = (change: Change) => {
      stateChanged();
      report(change);
    };
    const supervised = supervise({ id, ...how, startDeadlineMs: START_DEADLINE_MS, onChange });
    running.set(id, supervised);
    return supervised;
  };

  const bringUp = async (report: Report) => {
    await createFolders(layout);
    const lock = await takeLock(layout.lock, options.portOffset);
    release = lock.release;
    if (existsSync(layout.postgres)) await stopLeftover(layout.postgres);
    await requirePorts(
      portsOf(plan),
      options.portOffset,
      lock.tookOver ? PATIENCE_AFTER_A_KILL_MS : 0,
    );
    if (options.fresh) await deleteData(layout);
    await clearLeftovers(layout);
    await createFolders(layout);
    await turnLogs(layout);
    leaving.signal.throwIfAborted();

    const passwords = keepPasswords(
      layout.passwords,
      plan.services.map(({ name }) => name),
    );
    const passwordOf = (name: string) => passwords.services[name] ?? '';
    const cluster = { layout, port: plan.postgresPort, password: passwords.superuser };
    const [seedFiles] = await Promise.all([
      prepareDataset(report),
      prepareCluster(cluster, report),
    ]);
    leaving.signal.throwIfAborted();
    const database = run(POSTGRES, report, {
      start: () => launchCluster(cluster),
      isReady: async () => true,
    });
    await unlessLeaving(database.firstReady);
    await ensureDatabases(
      adminUrl(plan.postgresPort, passwords.superuser),
      plan.services.map(({ name, extensions }) => ({
        name,
        extensions,
        password: passwordOf(name),
      })),
    );
    leaving.signal.throwIfAborted();

    const around: Surroundings = {
      plan,
      dataDirectory: layout.root,
      discoveryFile: layout.discovery,
      compileCache: layout.compileCache,
      databaseUrl: (service) => serviceUrl(plan.postgresPort, service, passwordOf(service)),
      secretOf: (service, variable) => secretOf(passwords, service, variable),
      seedFiles,
    };
    stateChanged();
    const services = plan.instances.map((instance) =>
      run(instance.id, report, {
        start: () =>
          launch(
            instance.id,
            [`subgraphs/${instance.service}/src/main.ts`],
            serviceEnvironment(instance, around),
          ),
        isReady: () => answersOk(`http://127.0.0.1:${instance.port}/health/ready`),
      }),
    );
    const psps = plan.pspPort === null ? [] : [runPsp(around, report)];
    const router = run(ROUTER, report, {
      start: () =>
        launch(
          ROUTER,
          ['router/src/main.ts', ...routerArguments(around)],
          commonEnvironment(around),
        ),
      isReady: () => answersOk(`http://127.0.0.1:${plan.routerPort}/health/ready`),
    });
    await unlessLeaving(Promise.all([...services, ...psps, router].map((each) => each.firstReady)));
    writeAtomically(layout.addresses, JSON.stringify(addressesOf(plan), null, 2));
  };

  const runPsp = (around: Surroundings, report: Report) =>
    run(PSP, report, {
      start: () =>
        launch(PSP, ['stack/src/psp/main.ts'], {
          ...commonEnvironment(around),
          ...pspEnvironment(around, layout.psp),
        }),
      isReady: () => answersOk(`http://127.0.0.1:${plan.pspPort}/health/ready`),
    });

  const launch = (id: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
    launchNode({
      node: machine.node,
      args,
      cwd: machine.root,
      env: { ...machine.env, ...env },
      logFile: layout.logOf(id),
    });

  const prepareDataset = async (report: Report): Promise<Record<string, string>> => {
    if (!options.seed) return {};
    report({ id: DATASET, state: 'starting' });
    const files = await ensureDataset(layout, machine.writeDataset);
    report({ id: DATASET, state: 'done' });
    return files;
  };

  const prepareCluster = async (cluster: Parameters<typeof ensureCluster>[0], report: Report) => {
    report({ id: POSTGRES, state: 'starting' });
    await ensureCluster(cluster);
  };

  const unlessLeaving = <T>(work: Promise<T>): Promise<T> => {
    const left = new Promise<never>((_, reject) => {
      const leave = () => reject(leaving.signal.reason);
      if (leaving.signal.aborted) leave();
      leaving.signal.addEventListener('abort', leave, { once: true });
    });
    return Promise.race([work, left]);
  };

  const explained = async (error: unknown) => {
    if (!(error instanceof StackError) && (await isDiskFull(layout.root)))
      return diskFull(layout.root);
    if (!(error instanceof GaveUp)) return explain(error, layout.root);
    const log = layout.logOf(error.id);
    return explainProgram(error.message, lastLines(log, LINES_SHOWN), log, layout.root);
  };

  const stop = async () => {
    leaving.abort();
    await coming.catch(() => {});
    await running.get(ROUTER)?.stop(STOP_DEADLINE_MS);
    await Promise.all(plan.instances.map(({ id }) => running.get(id)?.stop(STOP_DEADLINE_MS)));
    await running.get(PSP)?.stop(STOP_DEADLINE_MS);
    await running.get(POSTGRES)?.stop(POSTGRES_STOP_DEADLINE_MS);
    if (running.size > 0) await clearLeftovers(layout);
    release();
  };

  return {
    plan,
    ids: [
      POSTGRES,
      ...(options.seed ? [DATASET] : []),
      ...plan.instances.map(({ id }) => id),
      ...(plan.pspPort === null ? [] : [PSP]),
      ROUTER,
    ],
    isRunning: (id) => running.has(id),
    start: async (report) => {
      coming = bringUp(report);
      await coming.catch((error) => explained(error).then((known) => Promise.reject(known)));
    },
    stop,
    kill: () => {
      for (const each of running.values()) each.kill();
    },
  };
}
