import type { InstancePlan } from './config/plan.ts';

/** Where the ready instances of each service are; services without any are listed as empty. */
export function discoveryOf(
  instances: readonly InstancePlan[],
  isReady: (id: string) => boolean,
): Record<string, { id: string; http: string; rpc?: string }[]> {
  const services = [...new Set(instances.map(({ service }) => service))];
  return Object.fromEntries(
    services.map((service) => [
      service,
      instances
        .filter((instance) => instance.service === service && isReady(instance.id))
        .map(({ id, port, rpc, rpcPort }) => ({
          id,
          http: `http://127.0.0.1:${port}`,
          ...(rpc ? { rpc: `http://127.0.0.1:${rpcPort}` } : {}),
        })),
    ]),
  );
}
