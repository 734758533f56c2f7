import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { once } from '../once.ts';
import { type Composed, compose } from './compose.ts';
import type { SubgraphSource } from './supergraph-config.ts';

/** A thread that has not answered by now never will, such as one that ran out of memory. */
const MOST_MS = 300_000;

/** What the worker sends: the supergraph without its hints, or why there is none. */
export type SentComposed = { supergraph: string } | Extract<Composed, { findings: unknown }>;

/**
 * Starts to compose on another thread, and waits for the result at the first call: so that two sides
 * of a large graph take as long as one. Composes here where the thread fails.
 */
export function composedAhead(subgraphs: readonly SubgraphSource[]): () => Composed {
  const { port1: here, port2: there } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), {
    workerData: { subgraphs, port: there, done },
    transferList: [there],
  });
  const composeHere = once(() => compose(subgraphs));
  // What went wrong there is found here again; a thread that nobody waits for holds nobody up.
  worker.on('error', () => undefined).unref();
  here.unref();
  return once(() => {
    Atomics.wait(done, 0, 0, MOST_MS);
    const sent = receiveMessageOnPort(here)?.message as SentComposed | undefined;
    here.close();
    if (sent === undefined) return composeHere();
    if ('findings' in sent) return sent;
    const hints = () => {
      const again = composeHere();
      return 'hints' in again ? again.hints() : [];
    };
    return { supergraph: sent.supergraph, hints };
  });
}
