import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@souk/stack/seed/random';
import type { Graph } from '../site/graph.ts';
import {
  APPROVE_RETURN,
  DELIVER,
  DISPATCH,
  MARK_RETURN_SENT,
  OPEN_RETURNS,
  PACK,
  RECEIVE_RETURN,
  REJECT_RETURN,
  SHIPMENTS,
} from './operations.ts';

export type Shipment = {
  id: string;
  status: string;
  createdAt: string;
  items: readonly { orderLine: { number: number }; quantity: number }[];
};
type Return = { id: string; status: string; items: readonly { orderLine: { number: number } }[] };

export type Staff = {
  /** How many parcels and returns still wait for somebody. */
  idle: () => boolean;
  /** From now on everything is sent, and nothing is left lying. */
  close: () => Promise<void>;
};

const ROUND_MS = 400;
const AT_A_TIME = 6;

/** The warehouse and the support desk: works through what waits of the run, until it is closed. */
export function startStaff(graph: Graph, token: string, random: Random, since: Date): Staff {
  const key = () => ({ idempotencyKey: randomUUID() });
  let closed = false;
  let idle = false;

  const send = async ({ id, status, items }: Shipment) => {
    if (status === 'PENDING') {
      const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
      const part = units > 1 && random.chance(0.2) ? firstUnitOf(items) : {};
      await graph(PACK, { input: { shipmentId: id, ...part, ...key() } }, token);
    }
    if (status === 'PENDING' || status === 'LABEL_CREATED') {
      await graph(DISPATCH, { input: { shipmentId: id, ...key() } }, token);
    }
    await graph(DELIVER, { input: { shipmentId: id, ...key() } }, token);
  };

  const takeBack = async ({ id, status, items }: Return) => {
    const input = (more: object = {}) => ({ input: { returnId: id, ...more, ...key() } });
    if (status === 'REQUESTED') {
      if (random.chance(0.2)) {
        await graph(REJECT_RETURN, input({ reason: 'WORN' }), token);
        return;
      }
      await graph(APPROVE_RETURN, input(), token);
    }
    if (status !== 'IN_TRANSIT') await graph(MARK_RETURN_SENT, input(), token);
    const resellable = items
      .map(({ orderLine }) => orderLine.number)
      .filter(() => random.chance(0.7));
    await graph(RECEIVE_RETURN, input({ resellable }), token);
  };

  const round = async () => {
    const status = ['PENDING', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'];
    const parcels = await graph<{ shipments: { nodes: Shipment[] } }>(SHIPMENTS, { status }, token);
    const back = await graph<{ returns: { nodes: Return[] } }>(OPEN_RETURNS, {}, token);
    const work = [
      ...parcels.shipments.nodes
        .filter(({ createdAt }) => new Date(createdAt) >= since)
        .map((shipment) => () => send(shipment)),
      ...back.returns.nodes.map((it) => () => takeBack(it)),
    ];
    idle = work.length === 0;
    await inParallel(work, AT_A_TIME);
  };

  const working = (async () => {
    while (!closed) {
      // What could not be done now is found again in the next round.
      await round().catch(() => {
        idle = false;
      });
      await sleep(ROUND_MS);
    }
  })();

  return {
    idle: () => idle,
    close: async () => {
      closed = true;
      await working;
    },
  };
}

const firstUnitOf = ([item]: Shipment['items']) =>
  item === undefined ? {} : { items: [{ orderLineNumber: item.orderLine.number, quantity: 1 }] };

/** Does all work, so much of it at once; a piece that fails does not stop the others. */
export async function inParallel(
  work: readonly (() => Promise<unknown>)[],
  atATime: number,
): Promise<void> {
  const left = [...work];
  const one = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await next().catch(() => {});
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
}
