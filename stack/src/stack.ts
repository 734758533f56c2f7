import {
  bringUp,
  DATASET,
  type Machine,
  makeRoom,
  POSTGRES,
  PSP,
  type Report,
  ROUTER,
} from './bring-up.ts';
import type { Options } from './config/flags.ts';
import { makePlan, type Plan } from './config/plan.ts';
import { writeAtomically } from './data/atomic-file.ts';
import { isDiskFull } from './data/disk.ts';
import { clearLeftovers, createFolders, layoutOf } from './data/layout.ts';
import { takeLock } from './data/lock.ts';
import { discoveryOf } from './discovery.ts';
import { diskFull, explain, explainProgram, StackError } from './failures.ts';
import { lastLines } from './processes/log-tail.ts';
import { type Roster, roster } from './processes/roster.ts';
import { GaveUp } from './processes/supervise.ts';

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

const STOP_DEADLINE_MS = 8_000;
const POSTGRES_STOP_DEADLINE_MS = 15_000;
const LINES_SHOWN = 5;

/** The whole system on one machine. Nothing happens before `start`. */
export function createStack(options: Options, machine: Machine): Stack {
  const plan = makePlan(machine.services, options);
  const layout = layoutOf(options.dataDirectory);
  const leaving = new AbortController();
  let release = () => {};
  let coming: Promise<void> = Promise.resolve();

  const tellOthers = ({ isReady, all }: Roster) => {
    const reachable = discoveryOf(plan.instances, isReady);
    writeAtomically(layout.discovery, JSON.stringify(reachable, null, 2));
    const states = all().map((each) => [each.id, { pid: each.pid(), state: each.state() }]);
    writeAtomically(layout.processes, JSON.stringify(Object.fromEntries(states), null, 2));
  };
  const running = roster(tellOthers);

  const come = async (report: Report) => {
    await createFolders(layout);
    const lock = await takeLock(layout.lock, options.portOffset);
    release = lock.release;
    await makeRoom({ options, plan, layout }, lock.tookOver);
    leaving.signal.throwIfAborted();
    const site = { options, machine, plan, layout, running, report };
    await bringUp({ ...site, leaving: leaving.signal });
  };

  const explained = async (error: unknown) => {
    if (!(error instanceof StackError) && (await isDiskFull(layout.root)))
      return diskFull(layout.root);
    if (!(error instanceof GaveUp)) return explain(error, layout.root);
    const log = layout.logOf(error.id);
    return explainProgram(error.message, lastLines(log, LINES_SHOWN), log, layout.root);
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
    isRunning: running.has,
    start: async (report) => {
      coming = come(report);
      await coming.catch((error) => explained(error).then((known) => Promise.reject(known)));
    },
    stop: async () => {
      leaving.abort();
      await coming.catch(() => {});
      await running.stop(ROUTER, STOP_DEADLINE_MS);
      await Promise.all(plan.instances.map(({ id }) => running.stop(id, STOP_DEADLINE_MS)));
      await running.stop(PSP, STOP_DEADLINE_MS);
      await running.stop(POSTGRES, POSTGRES_STOP_DEADLINE_MS);
      if (running.all().length > 0) await clearLeftovers(layout);
      release();
    },
    kill: running.kill,
  };
}
