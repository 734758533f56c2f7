import type { Plan } from './config/plan.ts';

/** Where everything answers, for programs that use a running stack. */
export type Addresses = {
  router: string;
  services: Record<string, { id: string; http: string }[]>;
  postgresPort: number;
};

export const addressesOf = (plan: Plan): Addresses => ({
  router: `http://127.0.0.1:${plan.routerPort}`,
  services: Object.fromEntries(
    plan.services.map(({ name }) => [
      name,
      plan.instances
        .filter(({ service }) => service === name)
        .map(({ id, port }) => ({ id, http: `http://127.0.0.1:${port}` })),
    ]),
  ),
  postgresPort: plan.postgresPort,
});
