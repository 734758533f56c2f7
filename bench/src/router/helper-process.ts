import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pin } from '../cpu.ts';
import type { Ports } from './graph/subgraphs.ts';
import type { Done, Order } from './load/main.ts';

const LOAD_CORE = 1;

export type Subgraphs = { ports: Ports; requests: () => Promise<number>; stop: () => void };
export type Load = { drive: (order: Order) => Promise<Done>; stop: () => void };

/** The canned subgraphs, in one process on the core of the load. */
export async function startSubgraphs(): Promise<Subgraphs> {
  const child = start('graph/subgraphs.ts');
  const { ports } = await heard<{ ports: Ports }>(child);
  return {
    ports,
    requests: async () => {
      const answer = heard<{ requests: number }>(child);
      child.send('how many?');
      return (await answer).requests;
    },
    stop: () => child.disconnect(),
  };
}

/** The process that sends requests. */
export function startLoad(): Load {
  const child = start('load/main.ts');
  return {
    drive: async (order) => {
      const done = heard<Done>(child);
      child.send(order);
      return await done;
    },
    stop: () => child.disconnect(),
  };
}

function start(file: string): ChildProcess {
  const child = fork(path.join(import.meta.dirname, file), { execArgv: [] });
  pin(child.pid ?? 0, LOAD_CORE);
  return child;
}

async function heard<Message>(child: ChildProcess): Promise<Message> {
  const over = new AbortController();
  const message = once(child, 'message', { signal: over.signal });
  const exit = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('a process of the benchmark ended');
  });
  try {
    const [heard] = await Promise.race([message, exit]);
    return heard as Message;
  } finally {
    message.catch(() => {});
    exit.catch(() => {});
    over.abort();
  }
}
