import { type Surroundings, serviceEnvironment } from './config/environment.ts';
import { parseOptions, UsageError } from './config/flags.ts';
import { makePlan } from './config/plan.ts';
import { readTopology } from './config/topology.ts';
import { layoutOf } from './data/layout.ts';
import { runningStack } from './data/lock.ts';
import { readPasswords } from './data/passwords.ts';
import { StackError } from './failures.ts';
import { surroundingsOf } from './surroundings.ts';

/** What a command knows of the stack that runs on the data directory of its environment. */
export type RunningStack = Pick<Surroundings, 'databaseUrl' | 'busUrl'> & {
  /** The services that have a database there. */
  services: readonly string[];
  /** What a further process of a service, under a name of its own, must be told to join in. */
  environmentOf: (service: string, id: string) => Record<string, string>;
};

/** Throws StackError where none runs, UsageError for an environment that cannot be used. */
export async function findStack(root: string, env: NodeJS.ProcessEnv): Promise<RunningStack> {
  const kinds = readTopology(root);
  const services = kinds.map(({ name }) => name);
  const options = parseOptions([], env, services, root);
  if (options === null) throw new UsageError('Nothing was asked for.');
  const layout = layoutOf(options.dataDirectory);
  const holder = await runningStack(layout.lock);
  if (holder === null) throw new StackError('No stack is running.', 'Start it first: npm start');
  const plan = makePlan(kinds, { only: null, scale: {}, portOffset: holder.portOffset });
  const passwords = readPasswords(layout.passwords);
  const around = surroundingsOf({ plan, layout, passwords }, options, {});
  return {
    services: services.filter((name) => passwords.services[name] !== undefined),
    databaseUrl: around.databaseUrl,
    busUrl: around.busUrl,
    environmentOf(service, id) {
      const instance = plan.instances.find((each) => each.service === service);
      if (instance !== undefined) return serviceEnvironment({ ...instance, id }, around);
      throw new StackError(`There is no service ${service}.`, `There are: ${services.join(', ')}.`);
    },
  };
}
