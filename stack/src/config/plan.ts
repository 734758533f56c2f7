import { StackError } from '../failures.ts';
import type { Options } from './flags.ts';
import type { ServiceKind } from './topology.ts';

const ROUTER_PORT = 4000;
const POSTGRES_PORT = 4500;
const PSP_PORT = 4400;
/** The service that asks the payment provider; without it nobody does. */
const PSP_USER = 'payments';
const RPC_DISTANCE = 1_000;
const INSTANCE_DISTANCE = 10;

/** One process of a service, and where it listens. */
export type InstancePlan = {
  id: string;
  service: string;
  port: number;
  rpcPort: number;
  rpc: boolean;
};

export type Plan = {
  services: readonly ServiceKind[];
  instances: readonly InstancePlan[];
  routerPort: number;
  /** The sandbox payment provider; null where nobody would use it. */
  pspPort: number | null;
  postgresPort: number;
};

/** Which processes run on which ports. Throws StackError where two would share a port. */
export function makePlan(
  kinds: readonly ServiceKind[],
  options: Pick<Options, 'only' | 'scale' | 'portOffset'>,
): Plan {
  const services = kinds.filter(({ name }) => options.only === null || options.only.includes(name));
  const instances = services.flatMap(({ name, port, rpc }) =>
    Array.from({ length: options.scale[name] ?? 1 }, (_, index) => {
      const own = port + options.portOffset + index * INSTANCE_DISTANCE;
      return {
        id: `${name}-${index + 1}`,
        service: name,
        port: own,
        rpcPort: own + RPC_DISTANCE,
        rpc,
      };
    }),
  );
  const plan = {
    services,
    instances,
    routerPort: ROUTER_PORT + options.portOffset,
    pspPort: services.some(({ name }) => name === PSP_USER) ? PSP_PORT + options.portOffset : null,
    postgresPort: POSTGRES_PORT + options.portOffset,
  };
  refuseSharedPorts(portsOf(plan));
  refuseBadPorts(plan);
  return plan;
}

/** Every port the plan needs, and who needs it. */
export function portsOf(plan: Plan): { port: number; owner: string }[] {
  return [
    { port: plan.routerPort, owner: 'the router' },
    ...plan.instances.flatMap(({ id, port, rpc, rpcPort }) => [
      { port, owner: id },
      ...(rpc ? [{ port: rpcPort, owner: `${id} (gRPC)` }] : []),
    ]),
    ...(plan.pspPort === null ? [] : [{ port: plan.pspPort, owner: 'the sandbox PSP' }]),
    { port: plan.postgresPort, owner: 'PostgreSQL' },
  ];
}

/** Between the first port that browsers see and the last. Source: Fetch standard, "bad port". */
const BAD_PORTS = new Set([
  ...[4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/** Throws StackError where browsers and fetch would refuse a port that is asked by HTTP. */
function refuseBadPorts({ routerPort, pspPort, instances }: Plan): void {
  const asked = [routerPort, pspPort, ...instances.map(({ port }) => port)];
  const bad = asked.find((port) => port !== null && BAD_PORTS.has(port));
  if (bad === undefined) return;
  throw new StackError(
    `Port ${bad} is one that browsers and fetch refuse.`,
    'Choose another SOUK_PORT_OFFSET.',
  );
}

function refuseSharedPorts(ports: readonly { port: number; owner: string }[]): void {
  const owners = new Map<number, string>();
  for (const { port, owner } of ports) {
    const other = owners.get(port);
    if (other !== undefined) {
      throw new StackError(
        `${other} and ${owner} would share port ${port}.`,
        'Declare another "souk": { "port": … } in the package.json of one of them.',
      );
    }
    owners.set(port, owner);
  }
}
