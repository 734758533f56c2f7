import type { Plan } from './config/plan.ts';

/** Where everything answers, for programs that use a running stack. */
export type Addresses = {
  router: string;
  services: Record<string, { id: string; http: string }[]>;
  /** The sandbox payment provider, where it runs. */
  psp: string | null;
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
  psp: plan.pspPort === null ? null : `http://127.0.0.1:${plan.pspPort}`,
  postgresPort: plan.postgresPort,
});
