import type { Load } from './helper-process.ts';
import type { Order } from './load/main.ts';
import type { Server } from './server.ts';

/** What one server did with one workload: CPU for each request by round, and fetches for each. */
export type Measured = { server: Server; cpuMs: number[]; fetches: number };

export type Effort = {
  readonly rounds: number;
  /** CPU time that a server is given to warm up, and in each round, milliseconds. */
  readonly warmMs: number;
  readonly roundMs: number;
  readonly concurrency: number;
};

export type Measuring = {
  readonly load: Load;
  readonly effort: Effort;
  /** How many requests the subgraphs have had so far; not a number where nobody counts. */
  readonly fetches: () => Promise<number>;
};

const FIRST_BATCH = 16;

/**
 * CPU time of each server for each request of a workload, in interleaved rounds of as many requests as
 * make about `roundMs`. Throws for an answer that is not as it should be.
 */
export async function measure(
  servers: readonly Server[],
  workload: Order['workload'],
  { load, effort, fetches }: Measuring,
): Promise<Measured[]> {
  const drive = async (server: Server, from: number, requests: number): Promise<number> => {
    const { port } = server;
    const { concurrency } = effort;
    const before = server.cpuMs();
    const order = { port, workload, from, requests, concurrency };
    const { wrong } = await load.drive(order);
    if (wrong !== null) throw new Error(`${server.name}: ${wrong}`);
    return server.cpuMs() - before;
  };

  const counts = new Map<Server, number>();
  /** Requests are taken in order, and none again: what was kept of earlier ones is no use. */
  const next = new Map<Server, number>();
  for (const server of servers) {
    let spent = 0;
    let batch = FIRST_BATCH;
    let from = 0;
    let cost = Number.POSITIVE_INFINITY;
    while (spent < effort.warmMs) {
      const took = await drive(server, from, batch);
      spent += took;
      from += batch;
      if (took > 0) cost = took / batch;
      batch *= 2;
    }
    next.set(server, from);
    counts.set(server, Math.max(FIRST_BATCH, Math.round(effort.roundMs / cost)));
  }

  const measured = servers.map((server): Measured => ({ server, cpuMs: [], fetches: 0 }));
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const each of measured) {
      const count = counts.get(each.server) ?? FIRST_BATCH;
      const from = next.get(each.server) ?? 0;
      next.set(each.server, from + count);
      const before = await fetches();
      each.cpuMs.push((await drive(each.server, from, count)) / count);
      each.fetches = ((await fetches()) - before) / count;
    }
  }
  return measured;
}
