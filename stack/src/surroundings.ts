import type { Surroundings } from './config/environment.ts';
import type { Options } from './config/flags.ts';
import type { Plan } from './config/plan.ts';
import type { Layout } from './data/layout.ts';
import { type Passwords, secretOf } from './data/passwords.ts';
import { serviceUrl } from './postgres/databases.ts';

/** The database, and its role, of the bus on the stack's own PostgreSQL. */
export const BUS = 'bus';

/** What the processes of a stack are told, from what its data directory holds. */
export function surroundingsOf(
  { plan, layout, passwords }: { plan: Plan; layout: Layout; passwords: Passwords },
  { bus }: Pick<Options, 'bus'>,
  seedFiles: Surroundings['seedFiles'],
): Surroundings {
  const databaseUrl = (name: string) =>
    serviceUrl(plan.postgresPort, name, passwords.services[name] ?? '');
  return {
    plan,
    dataDirectory: layout.root,
    discoveryFile: layout.discovery,
    compileCache: layout.compileCache,
    usageDirectory: layout.usage,
    databaseUrl,
    busUrl: bus ?? databaseUrl(BUS),
    secretOf: (service, variable) => secretOf(passwords, service, variable),
    seedFiles,
  };
}
