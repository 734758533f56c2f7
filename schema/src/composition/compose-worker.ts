import { type MessagePort, workerData } from 'node:worker_threads';
import { compose } from './compose.ts';
import type { SentComposed } from './composed-ahead.ts';
import type { SubgraphSource } from './supergraph-config.ts';

/** The thread of `composedAhead`: composes, sends the result, and wakes whoever waits for it. */
const { subgraphs, port, done } = workerData as {
  subgraphs: readonly SubgraphSource[];
  port: MessagePort;
  done: Int32Array;
};

try {
  const composed = compose(subgraphs);
  const sent: SentComposed =
    'findings' in composed ? composed : { supergraph: composed.supergraph };
  port.postMessage(sent);
} finally {
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
  port.close();
}
